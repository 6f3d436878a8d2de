import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { ReactElement } from 'react';

function reasonOf(props: PanelDataErrorViewProps): string {
  const { data, message, fieldConfig, needsNumberField, needsTimeField, needsStringField } = props;
  if (message) {
    return message;
  }
  if (data.series.length === 0 || data.series.every((frame) => frame.length === 0)) {
    return fieldConfig?.defaults.noValue ?? 'No data';
  }
  const missing = [
    needsTimeField && 'a time field',
    needsNumberField && 'a number field',
    needsStringField && 'a text field',
  ].filter(Boolean);
  return missing.length > 0 ? `The data has no ${missing.join(' and no ')}.` : 'The data does not fit this panel.';
}

/** What a panel shows where it can draw nothing: the reason, in the middle. */
export function NoUsableData(props: PanelDataErrorViewProps): ReactElement {
  const styles = useStyles2(getStyles);
  return <div className={styles.message}>{reasonOf(props)}</div>;
}

const getStyles = (theme: GrafanaTheme2): { message: string } => ({
  message: css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'flex',
    height: '100%',
    justifyContent: 'center',
    padding: theme.spacing(1),
    textAlign: 'center',
  }),
});
