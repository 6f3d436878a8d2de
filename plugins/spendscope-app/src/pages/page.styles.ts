import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

type StyleName = 'quiet' | 'mono' | 'hash' | 'buttons' | 'split';

/** What several pages draw alike. */
export const getPageStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  mono: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
  /** Wider than a phone: hashes, commands. */
  hash: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    // Grafana keeps code in one line.
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  /** Side by side where there is room. */
  split: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  }),
});
