import { createTheme } from '@grafana/data';
import { AxisPlacement, GraphDrawStyle, VisibilityMode } from '@grafana/schema';
import { UPlotChart, UPlotConfigBuilder } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import type uPlot from 'uplot';
import { heapBytes, nextFrame, size } from '../../browser/page/frames';
import { benchCustomers } from '../customers';
import { type Figures, pan } from './figures';

function configOf(): UPlotConfigBuilder {
  const theme = createTheme();
  const config = new UPlotConfigBuilder('browser');
  config.addScale({ scaleKey: 'x', isTime: false, orientation: 0, direction: 1 });
  config.addScale({ scaleKey: 'y', isTime: false, orientation: 1, direction: 1 });
  config.addAxis({ scaleKey: 'x', isTime: false, placement: AxisPlacement.Bottom, theme });
  config.addAxis({ scaleKey: 'y', placement: AxisPlacement.Left, theme });
  config.addSeries({
    scaleKey: 'y',
    theme,
    drawStyle: GraphDrawStyle.Points,
    showPoints: VisibilityMode.Always,
    pointSize: 3,
    pointColor: '#3e7efc',
    lineColor: '#3e7efc',
    pxAlign: false,
  });
  return config;
}

/** @grafana/ui's UPlotChart with points, one series: colours by cluster would cost it more. Sorted by x, as it asks. */
export async function measurePeer(count: number): Promise<Figures> {
  const { recency, monetary } = benchCustomers(count);
  const order = Uint32Array.from(recency.keys()).sort((a, b) => recency[a]! - recency[b]!);
  const x = Array.from(order, (i) => Math.log10(1 + recency[i]!));
  const y = Array.from(order, (i) => Math.log10(1 + monetary[i]!));
  const config = configOf();
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const started = performance.now();
  const plot = await new Promise<uPlot>((resolve) => {
    config.addHook('draw', resolve);
    root.render(<UPlotChart data={[x, y]} config={config} width={size.width} height={size.height} />);
  });
  await nextFrame();
  const firstDraw = performance.now() - started;
  const [left, end] = [plot.scales.x!.min!, plot.scales.x!.max!];
  const framesPerSecond = await pan((shift) =>
    plot.setScale('x', { min: left + shift * (end - left), max: end + shift * (end - left) })
  );
  const heap = await heapBytes();
  root.unmount();
  host.remove();
  return { firstDraw, framesPerSecond, heap };
}
