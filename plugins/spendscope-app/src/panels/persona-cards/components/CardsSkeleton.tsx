import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { cardColumns } from './card.styles';

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    display: 'grid',
    gridTemplateColumns: cardColumns,
    gap: theme.spacing(1.5),
    height: '100%',
    overflow: 'hidden',
    '& > div': { height: 420, borderRadius: theme.shape.radius.default, background: theme.colors.background.secondary },
  });

/** Cards as they will lie. */
export function CardsSkeleton(): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles} aria-hidden="true">
      {Array.from({ length: 6 }, (_, card) => (
        <div key={card} />
      ))}
    </div>
  );
}
