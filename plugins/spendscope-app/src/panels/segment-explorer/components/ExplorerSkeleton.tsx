import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    display: 'flex',
    gap: theme.spacing(2),
    height: '100%',
    padding: theme.spacing(5, 0, 5, 8),
    '& > div': { borderRadius: theme.shape.radius.default, background: theme.colors.background.secondary },
    '& > div:first-of-type': { flex: 1 },
    '& > div:last-of-type': { width: 200 },
  });

/** Plot and legend as they will lie. */
export function ExplorerSkeleton(): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles} aria-hidden="true">
      <div />
      <div />
    </div>
  );
}
