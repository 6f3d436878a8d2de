import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

type StyleName = 'drawer' | 'head' | 'body' | 'section' | 'figures' | 'rows' | 'muted' | 'list' | 'row';

export const getDrawerStyles = (theme: GrafanaTheme2): Record<StyleName, string> => {
  const line = `1px solid ${theme.colors.border.weak}`;
  return {
    // It pushes the plot instead of covering it; on a narrow panel it takes the plot's place.
    drawer: css({
      display: 'flex',
      flexDirection: 'column',
      flex: '0 0 min(440px, 100%)',
      minWidth: 0,
      minHeight: 0,
      marginLeft: theme.spacing(1.5),
      borderLeft: line,
      '&[data-alone="true"]': { flex: 1, marginLeft: 0, borderLeft: 0 },
    }),
    head: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 2),
      borderBottom: line,
      '& h3': { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: theme.typography.fontWeightMedium, flex: 1 },
    }),
    body: css({ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' }),
    section: css({
      padding: theme.spacing(1.5, 2),
      borderBottom: line,
      '& h4': { margin: theme.spacing(0, 0, 1), fontSize: 12, lineHeight: '16px', color: theme.colors.text.secondary },
      '& p': { margin: 0 },
    }),
    figures: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(3, 1fr)',
      gap: theme.spacing(1),
      margin: 0,
      '& dt': { fontSize: 12, color: theme.colors.text.secondary, fontWeight: 400 },
      '& dd': { margin: 0, fontSize: 18, lineHeight: '24px', fontWeight: theme.typography.fontWeightMedium },
    }),
    rows: css({
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: 13,
      lineHeight: '20px',
      '& li': { display: 'flex', gap: theme.spacing(1), justifyContent: 'space-between', alignItems: 'baseline' },
      '& time': { color: theme.colors.text.secondary, fontSize: 12, whiteSpace: 'nowrap' },
    }),
    muted: css({ color: theme.colors.text.secondary, fontSize: 12, margin: 0 }),
    list: css({ flex: 1, minHeight: 120, overflow: 'auto', position: 'relative', fontSize: 13 }),
    row: css({
      position: 'absolute',
      left: 0,
      right: 0,
      display: 'grid',
      gridTemplateColumns: 'minmax(112px, 1.3fr) 16px repeat(3, minmax(52px, 1fr))',
      // Narrower, the list scrolls sideways.
      minWidth: 348,
      alignItems: 'center',
      gap: 8,
      padding: theme.spacing(0, 2),
      border: 0,
      borderBottom: line,
      background: 'transparent',
      color: theme.colors.text.primary,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
      '& > span:first-of-type': { textAlign: 'left', fontFamily: theme.typography.fontFamilyMonospace },
      'button&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
  };
};
