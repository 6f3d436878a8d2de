import type { PanelProps } from '@grafana/data';
import { config } from '@grafana/runtime';
import { type JSX, useMemo } from 'react';
import { AnomalyWorkbench } from '../../shared/anomalies/AnomalyWorkbench';
import { t } from '../../shared/i18n/t';
import { prepareAnomalyTable } from './prepareAnomalyTable';
import type { AnomalyTableOptions } from './types';

export function AnomalyTablePanel({
  data,
  options,
  timeZone,
  title,
  width,
  height,
  onChangeTimeRange,
}: PanelProps<AnomalyTableOptions>): JSX.Element {
  const view = useMemo(() => prepareAnomalyTable(data, options), [data, options]);
  const [from, to] = [data.timeRange.from.valueOf(), data.timeRange.to.valueOf()];
  const { showMap, showTimeline } = options;
  return (
    <div style={{ width, height }}>
      <AnomalyWorkbench
        label={title || t('anomalyTable.name', 'Anomalies')}
        summary={view.summary}
        rows={view.rows}
        status={view.status}
        notices={view.notices}
        withActions={options.showActions}
        language={config.bootData.user.language}
        timeZone={timeZone}
        // What is open at first is the editor's choice: another one starts anew.
        key={`${showMap} ${showTimeline}`}
        linked={{
          open: { map: showMap, timeline: showTimeline },
          areaParameter: 'var-area',
          average: view.average,
          range: { from, to },
          onRange: onChangeTimeRange,
        }}
      />
    </div>
  );
}
