import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Layouts of a customer's page. */
export const getCustomerStyles = (theme: GrafanaTheme2): Record<'thirds' | 'below', string> => ({
  below: css({ marginTop: theme.spacing(1) }),
  thirds: css({
    display: 'grid',
    gap: theme.spacing(0, 2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > section': { minWidth: 0 },
    [theme.breakpoints.up('xl')]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  }),
});
