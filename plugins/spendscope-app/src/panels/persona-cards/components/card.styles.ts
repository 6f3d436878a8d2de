import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

type StyleName =
  | 'grid'
  | 'card'
  | 'head'
  | 'rank'
  | 'priority'
  | 'why'
  | 'description'
  | 'figures'
  | 'bars'
  | 'bar'
  | 'track'
  | 'tick'
  | 'dot'
  | 'strategies'
  | 'footer'
  | 'chip'
  | 'source'
  | 'writing'
  | 'summary'
  | 'legend';

/** Three cards to a row beside Grafana’s open menu on 1600 px, which leaves their sentences two or three lines. */
export const cardColumns = 'repeat(auto-fill, minmax(min(380px, 100%), 1fr))';

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

export const getCardStyles = (theme: GrafanaTheme2): Record<StyleName, string> => {
  const muted = { fontSize: 12, lineHeight: '16px', color: theme.colors.text.secondary };
  return {
    summary: css({
      ...muted,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      paddingBottom: theme.spacing(1),
    }),
    legend: css({ display: 'inline-flex', alignItems: 'center', gap: 6, marginLeft: 'auto' }),
    grid: css({
      display: 'grid',
      gridTemplateColumns: cardColumns,
      gap: theme.spacing(1.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': { display: 'flex', minWidth: 0 },
    }),
    card: css({
      flex: 1,
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      borderRadius: theme.shape.radius.default,
      border: `1px solid ${theme.colors.border.weak}`,
      background: theme.colors.background.secondary,
      '& > *': { padding: theme.spacing(1.5, 2) },
      '& > * + *': { borderTop: `1px solid ${theme.colors.border.weak}` },
    }),
    head: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      '& h3': {
        margin: 0,
        fontSize: 16,
        lineHeight: '20px',
        fontWeight: theme.typography.fontWeightMedium,
      },
    }),
    rank: css({
      flexShrink: 0,
      minWidth: 24,
      padding: '0 6px',
      textAlign: 'center',
      lineHeight: '22px',
      fontSize: 12,
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: 4,
      fontVariantNumeric: 'tabular-nums',
    }),
    priority: css({
      ...muted,
      marginLeft: 'auto',
      display: 'inline-flex',
      alignItems: 'center',
      gap: 2,
      whiteSpace: 'nowrap',
    }),
    why: css({
      '& p': { margin: theme.spacing(0, 0, 1) },
      '& p:last-child': { margin: 0, color: theme.colors.text.secondary },
    }),
    description: css({ ...muted, margin: theme.spacing(0.5, 0, 0), minHeight: 32 }),
    figures: css({
      display: 'grid',
      gridTemplateColumns: '1fr 1.25fr 1fr',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0, 0),
      '& dt': { ...muted, fontWeight: 400 },
      '& dd': { margin: 0 },
      '& strong': {
        display: 'block',
        fontSize: 18,
        lineHeight: '24px',
        fontWeight: theme.typography.fontWeightMedium,
        fontVariantNumeric: 'tabular-nums',
      },
      '& small': { ...muted, display: 'block', whiteSpace: 'nowrap' },
    }),
    bars: css({ display: 'grid', rowGap: 4, margin: 0, padding: 0, listStyle: 'none' }),
    bar: css({
      display: 'grid',
      gridTemplateColumns: '72px minmax(40px, 1fr) 76px 52px',
      gap: 8,
      alignItems: 'center',
      fontSize: 12,
      lineHeight: '18px',
      fontVariantNumeric: 'tabular-nums',
      '& > span:nth-of-type(n + 3)': { textAlign: 'right', whiteSpace: 'nowrap' },
      '& > span:first-of-type, & > span:nth-of-type(3)': { color: theme.colors.text.secondary },
    }),
    track: css({
      position: 'relative',
      height: 6,
      borderRadius: 2,
      background: theme.colors.border.weak,
      '& > i': { position: 'absolute', top: 0, bottom: 0, left: 0, borderRadius: 2 },
    }),
    tick: css({
      position: 'absolute',
      top: -4,
      bottom: -4,
      width: 2,
      marginLeft: -1,
      background: theme.colors.text.primary,
    }),
    dot: css({
      position: 'absolute',
      top: -1,
      width: 8,
      height: 8,
      marginLeft: -4,
      borderRadius: '50%',
      background: theme.colors.text.primary,
    }),
    strategies: css({
      flex: 1,
      '& ul': { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: theme.spacing(1) },
      '& li': { display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' },
      '& li > svg': { marginTop: 2, flexShrink: 0, color: theme.colors.text.secondary },
      '& strong': { display: 'block', fontSize: 13, lineHeight: '18px', fontWeight: theme.typography.fontWeightMedium },
      '& span, & p': { ...muted, margin: 0, display: 'block' },
    }),
    footer: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(0.5, 1),
    }),
    source: css({
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      maxWidth: '100%',
      gap: 4,
      flex: '1 0 auto',
      marginRight: 'auto',
    }),
    writing: css({
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      '& i': { height: 10, borderRadius: theme.shape.radius.default, background: theme.colors.background.secondary },
      '& i:last-child': { width: '60%' },
    }),
    chip: css({
      ...muted,
      ...ellipsis,
      display: 'block',
      minWidth: 0,
      '& svg': { marginRight: 4 },
      padding: '1px 8px',
      borderRadius: theme.shape.radius.pill,
      border: `1px solid ${theme.colors.border.medium}`,
    }),
  };
};
