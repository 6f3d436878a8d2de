import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

const slide = keyframes({ from: { left: '-30%' }, to: { left: '100%' } });
const breathe = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.5 } });

type StyleName =
  | 'root'
  | 'body'
  | 'progress'
  | 'skeleton'
  | 'skeletonRow'
  | 'notice'
  | 'quietNotice'
  | 'message'
  | 'icon'
  | 'errorIcon'
  | 'actions'
  | 'details'
  | 'roles';

export const getPanelStateStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  root: css({ position: 'relative', display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }),
  body: css({ flex: 1, minHeight: 0, position: 'relative' }),
  progress: css({
    position: 'absolute',
    zIndex: 1,
    top: 0,
    left: 0,
    right: 0,
    height: 2,
    overflow: 'hidden',
    '&::after': {
      content: '""',
      position: 'absolute',
      height: 2,
      width: '30%',
      background: theme.colors.primary.main,
      [theme.transitions.handleMotion('no-preference')]: { animation: `${slide} 1.2s linear infinite` },
      [theme.transitions.handleMotion('reduce')]: { width: '100%' },
    },
  }),
  skeleton: css({
    height: '100%',
    [theme.transitions.handleMotion('no-preference')]: { animation: `${breathe} 1.6s ease-in-out infinite` },
  }),
  skeletonRow: css({
    height: theme.spacing(3),
    margin: theme.spacing(1, 0),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  notice: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
    padding: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    border: `1px solid ${theme.colors.warning.border}`,
    background: theme.colors.warning.transparent,
    fontSize: theme.typography.bodySmall.fontSize,
    '& svg': { color: theme.colors.warning.text, flexShrink: 0 },
  }),
  quietNotice: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
    padding: theme.spacing(0.5, 1.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  message: css({
    height: '100%',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    textAlign: 'center',
    padding: theme.spacing(2),
    gap: theme.spacing(1),
    '& h2, & h3': { margin: 0, fontSize: theme.typography.h5.fontSize, fontWeight: theme.typography.fontWeightMedium },
    '& > p': { margin: 0, maxWidth: 420, color: theme.colors.text.secondary },
  }),
  icon: css({ color: theme.colors.text.secondary }),
  errorIcon: css({ color: theme.colors.error.text }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
  details: css({
    alignSelf: 'stretch',
    textAlign: 'left',
    margin: theme.spacing(1, 0, 0),
    overflowX: 'auto',
    whiteSpace: 'pre-wrap',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  roles: css({
    alignSelf: 'stretch',
    textAlign: 'left',
    borderCollapse: 'collapse',
    '& th, & td': { padding: theme.spacing(0.75, 1), borderBottom: `1px solid ${theme.colors.border.weak}` },
    '& th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& td:last-child': { textAlign: 'right' },
  }),
});
