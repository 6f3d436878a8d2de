import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

type StyleName =
  'column' | 'row' | 'head' | 'entry' | 'name' | 'share' | 'count' | 'track' | 'hint' | 'chip' | 'none' | 'part';

export const getLegendStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  column: css({
    width: 232,
    flexShrink: 0,
    overflowY: 'auto',
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    paddingLeft: theme.spacing(1.5),
    '& ul': { listStyle: 'none', margin: 0, padding: 0 },
  }),
  row: css({
    '& ul': {
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      display: 'flex',
      flexWrap: 'wrap',
      gap: 4,
    },
  }),
  head: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    margin: theme.spacing(0, 0, 0.5),
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    '& span': { fontSize: 12, fontWeight: 400, color: theme.colors.text.secondary },
  }),
  entry: css({
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '16px 1fr auto',
    columnGap: 6,
    alignItems: 'center',
    textAlign: 'left',
    padding: theme.spacing(0.75, 1),
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.primary,
    '&:hover, &[aria-pressed="true"]': { background: theme.colors.action.hover },
    '&[aria-pressed="true"]': { boxShadow: `inset 2px 0 ${theme.colors.primary.main}` },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    '&[data-dimmed="true"]': { opacity: 0.65 },
  }),
  chip: css({ width: 'auto', padding: theme.spacing(0.25, 0.5), fontSize: 12 }),
  none: css({
    justifySelf: 'center',
    width: 10,
    height: 10,
    borderRadius: '50%',
    background: theme.colors.text.disabled,
  }),
  name: css({ overflowWrap: 'anywhere', lineHeight: '18px' }),
  share: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  count: css({
    gridColumn: '2 / 4',
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: 12,
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  }),
  track: css({
    gridColumn: '2 / 4',
    height: 3,
    marginTop: 3,
    borderRadius: 2,
    background: theme.colors.background.secondary,
    '& > span': { display: 'block', height: '100%', borderRadius: 2 },
  }),
  part: css({
    display: 'grid',
    gridTemplateColumns: '16px 1fr auto',
    columnGap: 6,
    padding: theme.spacing(0.25, 1),
    fontSize: 12,
    alignItems: 'center',
    fontVariantNumeric: 'tabular-nums',
  }),
  hint: css({ fontSize: 12, color: theme.colors.text.secondary, padding: theme.spacing(1), margin: 0 }),
});
