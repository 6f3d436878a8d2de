import path from 'node:path';
import type { Benchmark } from '../benchmark';
import { digits, withPage } from '../browser/withPage';
import type { TableFigures } from './page/figures';

/** The anomaly table beside @grafana/ui's TableNG, in the same Chromium without a GPU, a browser of its own for each. */
export const table: Benchmark = {
  what: 'anomaly table against TableNG: first draw and frames/s (arguments: numbers of rows, default 1k 10k 100k)',
  run: async (args, report) => {
    const counts = args.length > 0 ? args.map(Number) : [1_000, 10_000, 100_000];
    await withPage(path.join(import.meta.dirname, 'page'), async (measure) => {
      for (const count of counts) {
        const ours = await measure<TableFigures>('measureOurs', count);
        const peer = await measure<TableFigures>('measurePeer', count);
        const of = `${count} rows`;
        report({ case: `${of}, first draw`, ours: digits(ours.firstDraw), peer: digits(peer.firstDraw), unit: 'ms' });
        report({
          case: `${of}, scrolling`,
          ours: digits(ours.framesPerSecond),
          peer: digits(peer.framesPerSecond),
          unit: 'frames/s with rows',
        });
      }
    });
  },
};
