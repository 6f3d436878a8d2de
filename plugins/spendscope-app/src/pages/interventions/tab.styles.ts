import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Layouts of the page’s tabs. */
export const getTabStyles = (
  theme: GrafanaTheme2
): Record<'inbox' | 'split' | 'list' | 'toolbar' | 'acts', string> => ({
  inbox: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(280px, 4fr) minmax(0, 8fr)' },
  }),
  split: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.up('xl')]: { gridTemplateColumns: 'minmax(0, 3fr) minmax(360px, 2fr)' },
  }),
  list: css({
    minHeight: 160,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(1),
  }),
  acts: css({ display: 'inline-flex', gap: theme.spacing(1) }),
  toolbar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
});
