import path from 'node:path';
import type { Benchmark } from '../benchmark';
import { digits, withPage } from '../browser/withPage';
import { bundleSizes } from './bundleSizes';
import { densityBytes } from './densityBytes';
import type { Figures } from './page/figures';

const budgets = { lasso: 100, cells: 30, heap: 300 };

/**
 * The explorer's full mode beside @grafana/ui's UPlotChart with points, in the same Chromium without a GPU, a browser of
 * its own for each figure; then what has no peer beside its budget, and the bytes of density mode: of each cell they must
 * not grow, and of the answer only until every cell of the query's grid has somebody.
 */
export const explorer: Benchmark = {
  what: 'explorer against UPlotChart with points: first draw and frames/s (arguments: numbers of customers, default 10k 100k 1M)',
  run: async (args, report) => {
    const counts = args.length > 0 ? args.map(Number) : [10_000, 100_000, 1_000_000];
    await withPage(path.join(import.meta.dirname, 'page'), async (measure) => {
      for (const count of counts) {
        const ours = await measure<Figures>('measureOurs', count);
        const peer = await measure<Figures>('measurePeer', count);
        const of = `${count} customers`;
        report({ case: `${of}, first draw`, ours: digits(ours.firstDraw), peer: digits(peer.firstDraw), unit: 'ms' });
        report({
          case: `${of}, panning`,
          ours: digits(ours.framesPerSecond),
          peer: digits(peer.framesPerSecond),
          unit: 'frames/s',
        });
        if (ours.heap !== undefined && peer.heap !== undefined) {
          report({ case: `${of}, memory`, ours: digits(ours.heap / 1e6), peer: digits(peer.heap / 1e6), unit: 'MB' });
          report({
            case: `${of}, memory beside its budget`,
            ours: digits(ours.heap / 1e6),
            peer: budgets.heap,
            unit: 'MB',
          });
        }
        report({ case: `${of}, lasso beside its budget`, ours: digits(ours.lasso!), peer: budgets.lasso, unit: 'ms' });
        report({
          case: `${of}, counting for tooltips beside its budget`,
          ours: digits(ours.cells!),
          peer: budgets.cells,
          unit: 'ms',
        });
      }
    });
    bundleSizes().forEach(report);
    const [few, some, many] = [10_000, 100_000, 1_000_000];
    const answers = await densityBytes([few, some, many]);
    for (const count of [some, many]) {
      const [ours, peer] = [answers.get(count)!, answers.get(few)!];
      const of = `density mode, ${count} customers beside ${few}`;
      report({ case: `${of}, answer`, ours: ours.bytes, peer: peer.bytes, unit: 'bytes' });
      report({ case: `${of}, cells where anybody is`, ours: ours.cells, peer: peer.cells, unit: 'cells' });
      report({
        case: `${of}, of each cell`,
        ours: digits(ours.bytes / ours.cells),
        peer: digits(peer.bytes / peer.cells),
        unit: 'bytes',
      });
    }
  },
};
