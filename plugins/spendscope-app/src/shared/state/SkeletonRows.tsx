import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { getPanelStateStyles } from './panelState.styles';

/** Grey bars where the rows will be. */
export function SkeletonRows({ rows = 6 }: { rows?: number }): JSX.Element {
  const styles = useStyles2(getPanelStateStyles);
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeletonRow} />
      ))}
    </div>
  );
}
