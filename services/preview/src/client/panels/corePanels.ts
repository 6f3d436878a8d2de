import type { PanelPlugin } from '@grafana/data';
import { barChartPanel } from './BarChartPanel';
import { barGaugePanel } from './BarGaugePanel';
import { gaugePanel } from './GaugePanel';
import { geomapPanel } from './GeomapPanel';
import { heatmapPanel } from './HeatmapPanel';
import { pieChartPanel } from './PieChartPanel';
import { statPanel } from './StatPanel';
import { tablePanel } from './TablePanel';
import { textPanel } from './TextPanel';
import { timeSeriesPanel } from './TimeSeriesPanel';
import { xyChartPanel } from './XyChartPanel';

/** Stand-ins for the panels of Grafana's core that our dashboards use: by the core panel's id, made when first needed. */
export const corePanels: Readonly<Record<string, (() => PanelPlugin) | undefined>> = {
  timeseries: timeSeriesPanel,
  stat: statPanel,
  gauge: gaugePanel,
  bargauge: barGaugePanel,
  table: tablePanel,
  piechart: pieChartPanel,
  barchart: barChartPanel,
  geomap: geomapPanel,
  heatmap: heatmapPanel,
  text: textPanel,
  xychart: xyChartPanel,
} as Record<string, () => PanelPlugin>;
