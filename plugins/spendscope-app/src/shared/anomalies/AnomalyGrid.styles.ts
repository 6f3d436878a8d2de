import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const rowHeight = 40;
export const headHeight = 32;

type StyleName =
  | 'scroller'
  | 'inner'
  | 'row'
  | 'head'
  | 'selected'
  | 'marked'
  | 'cell'
  | 'headCell'
  | 'right'
  | 'number'
  | 'mono'
  | 'muted'
  | 'sort'
  | 'country'
  | 'address'
  | 'lines'
  | 'reasons'
  | 'actions'
  | 'pinned';

export const getGridStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  scroller: css({ height: '100%', overflow: 'auto', outline: 'none' }),
  inner: css({ position: 'relative', width: '100%' }),
  row: css({
    display: 'grid',
    height: rowHeight,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    position: 'absolute',
    left: 0,
    right: 0,
    '&:hover': { background: theme.colors.action.hover },
  }),
  head: css({
    display: 'grid',
    height: headHeight,
    position: 'sticky',
    top: 0,
    // Above Grafana's check boxes, whose marks have a layer of their own.
    zIndex: 3,
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.medium}`,
  }),
  selected: css({ background: theme.colors.action.selected }),
  // What map and timeline point at: an edge, so that it differs from what is ticked.
  marked: css({ boxShadow: `inset 3px 0 ${theme.colors.primary.border}` }),
  cell: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    padding: theme.spacing(0, 1),
    minWidth: 0,
    overflow: 'hidden',
    fontSize: 13,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  headCell: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  right: css({ justifyContent: 'flex-end' }),
  number: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  mono: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
  muted: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  sort: css({
    display: 'inline-flex',
    alignItems: 'center',
    border: 'none',
    padding: 0,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
  }),
  country: css({
    padding: theme.spacing(0, 0.5),
    borderRadius: theme.shape.radius.default,
    border: `1px solid ${theme.colors.border.medium}`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    flexShrink: 0,
  }),
  address: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  }),
  lines: css({
    display: 'grid',
    minWidth: 0,
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > span + span': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
  }),
  // Two lines of a row's height hold what one would cut.
  reasons: css({
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '16px',
    // The keyboard's tooltip: the whole text over the rows. Its place is counted from the row, so no cell cuts it.
    '[data-cell]:focus-visible > &': {
      position: 'absolute',
      zIndex: 2,
      display: 'block',
      maxWidth: 420,
      padding: theme.spacing(0.5, 1),
      background: theme.colors.background.elevated,
      boxShadow: theme.shadows.z2,
    },
  }),
  actions: css({ gap: theme.spacing(0.5) }),
  // The buttons stay in sight however narrow the panel is.
  pinned: css({
    position: 'sticky',
    right: 0,
    background: theme.colors.background.primary,
    borderLeft: `1px solid ${theme.colors.border.weak}`,
  }),
});
