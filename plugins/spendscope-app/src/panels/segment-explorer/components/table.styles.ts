import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Of the tables that stand for the plot. */
export const getTableStyles = (theme: GrafanaTheme2): Record<'wrap' | 'table', string> => ({
  wrap: css({ flex: 1, minWidth: 0, overflow: 'auto', '& table + table': { marginTop: theme.spacing(3) } }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& caption': {
      textAlign: 'left',
      color: theme.colors.text.secondary,
      captionSide: 'top',
      padding: 0,
      fontSize: 12,
    },
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'right',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      fontWeight: 400,
      whiteSpace: 'nowrap',
    },
    '& th:first-of-type': { textAlign: 'left' },
    '& thead th': { color: theme.colors.text.secondary, fontSize: 12 },
    '& tbody th > span': { display: 'inline-flex', gap: 6, alignItems: 'center' },
  }),
});
