import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const getDialogStyles = (theme: GrafanaTheme2): Record<'modal' | 'effect', string> => ({
  modal: css({ width: 720, maxWidth: `calc(100vw - ${theme.spacing(4)})` }),
  effect: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(2) }),
});
