import { applyFieldOverrides, createTheme } from '@grafana/data';
import { TableNG } from '@grafana/ui/unstable';
import { createRoot } from 'react-dom/client';
import { size } from '../../browser/page/frames';
import { anomalyFrame } from './anomalyFrame';
import { type TableFigures, firstRow, hostElement, scrolling } from './figures';

/** @grafana/ui's TableNG with the same frame, sorted by score as ours; plain cells, no buttons. */
export async function measurePeer(count: number): Promise<TableFigures> {
  const fieldConfig = { defaults: { custom: { cellOptions: { type: 'auto' } } }, overrides: [] };
  // Grafana does this to every frame before a panel has it.
  const [frame] = applyFieldOverrides({
    data: [anomalyFrame(count)],
    fieldConfig,
    theme: createTheme(),
    replaceVariables: (text) => text,
    timeZone: 'utc',
  });
  const host = hostElement();
  const root = createRoot(host);
  const started = performance.now();
  root.render(
    <TableNG
      data={frame!}
      {...size}
      fieldConfig={fieldConfig}
      initialSortBy={[{ displayName: 'anomalyScore', desc: true }]}
    />
  );
  await firstRow(host);
  const firstDraw = performance.now() - started;
  return { firstDraw, framesPerSecond: await scrolling(host) };
}
