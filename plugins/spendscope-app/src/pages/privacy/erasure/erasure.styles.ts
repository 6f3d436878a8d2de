import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

type StyleName = 'planned' | 'heading' | 'apart';

export const getErasureStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  planned: css({ marginTop: theme.spacing(2), '& > button': { marginTop: theme.spacing(1.5) } }),
  heading: css({
    margin: theme.spacing(0, 0, 1),
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  /** What stands above keeps off what follows. */
  apart: css({ marginBottom: theme.spacing(2) }),
});
