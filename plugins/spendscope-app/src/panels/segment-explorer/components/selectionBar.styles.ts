import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

type StyleName = 'bar' | 'figures' | 'figure' | 'lifts' | 'lift' | 'track' | 'more' | 'less' | 'actions' | 'lacking';

export const getSelectionBarStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(1, 1.5),
    marginTop: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  figures: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3), margin: 0 }),
  figure: css({
    display: 'flex',
    flexDirection: 'column',
    '& dt': { order: 2, fontSize: 12, lineHeight: '16px', fontWeight: 400, color: theme.colors.text.secondary },
    '& dd': {
      margin: 0,
      fontSize: theme.typography.h4.fontSize,
      lineHeight: '24px',
      fontWeight: theme.typography.fontWeightMedium,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  lifts: css({
    flex: '1 1 260px',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 12,
    lineHeight: '18px',
    '& > li:first-of-type': { color: theme.colors.text.secondary },
  }),
  lift: css({
    display: 'grid',
    gridTemplateColumns: '1fr 64px 40px',
    gap: 8,
    alignItems: 'center',
    '& > span:first-of-type': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > span:last-of-type': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
  track: css({
    position: 'relative',
    height: 8,
    background: theme.colors.border.weak,
    '&::after': {
      content: '""',
      position: 'absolute',
      left: '50%',
      top: -2,
      bottom: -2,
      width: 1,
      background: theme.colors.text.primary,
    },
  }),
  more: css({ position: 'absolute', top: 0, bottom: 0, left: '50%', background: theme.colors.primary.main }),
  // Hatched: less than the rest must not hang on colour.
  less: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    right: '50%',
    background: `repeating-linear-gradient(135deg, ${theme.colors.text.secondary} 0 1.5px, transparent 1.5px 4px)`,
    border: `1px solid ${theme.colors.text.secondary}`,
  }),
  lacking: css({ flexBasis: '100%', fontSize: 12, color: theme.colors.warning.text, '& p': { margin: 0 } }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
});
