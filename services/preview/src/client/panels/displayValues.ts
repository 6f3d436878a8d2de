import {
  type FieldDisplay,
  getFieldDisplayValues,
  type GrafanaTheme2,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';

type ReducingProps = Pick<PanelProps, 'fieldConfig' | 'replaceVariables' | 'data' | 'timeZone'> & {
  options: { reduceOptions: ReduceDataOptions };
};

/** One value per field or row, reduced and formatted as the panel's options say. */
export function displayValues(
  props: ReducingProps,
  theme: GrafanaTheme2,
  extra: { sparkline?: boolean; percentChange?: boolean } = {}
): FieldDisplay[] {
  return getFieldDisplayValues({
    fieldConfig: props.fieldConfig,
    reduceOptions: props.options.reduceOptions,
    replaceVariables: props.replaceVariables,
    theme,
    data: props.data.series,
    timeZone: props.timeZone,
    ...extra,
  });
}

export const isEmpty = (props: Pick<PanelProps, 'data'>): boolean =>
  props.data.series.every((frame) => frame.length === 0);
