import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { Benchmark } from '../benchmark';
import { buildPage } from './buildPage';
import { bundleSizes } from './bundleSizes';
import { densityBytes } from './densityBytes';
import type { Figures } from './page/figures';
import { servePage } from './servePage';

/** Pages that a slow chart keeps busy for minutes are still waited for, ms. */
const patience = 600_000;
const budgets = { lasso: 100, cells: 30, heap: 300 };
const digits = (value: number): number => Number(value.toPrecision(3));

async function inBrowser(url: string, name: 'measureOurs' | 'measurePeer', count: number): Promise<Figures> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      '--disable-gpu',
      '--enable-blink-features=ForceEagerMeasureMemory',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1_100, height: 700 } });
    page.setDefaultTimeout(patience);
    await page.goto(url);
    await page.waitForFunction((of) => of in window, name);
    return await page.evaluate(
      ([of, customers]) => (window as unknown as Record<string, (count: number) => Promise<Figures>>)[of]!(customers),
      [name, count] as const
    );
  } finally {
    await browser.close();
  }
}

/**
 * The explorer's full mode beside @grafana/ui's UPlotChart with points, in the same Chromium without a GPU, a browser of
 * its own for each figure; then what has no peer beside its budget, and the bytes of density mode: of each cell they must
 * not grow, and of the answer only until every cell of the query's grid has somebody.
 */
export const explorer: Benchmark = {
  what: 'explorer against UPlotChart with points: first draw and frames/s (arguments: numbers of customers, default 10k 100k 1M)',
  run: async (args, report) => {
    const counts = args.length > 0 ? args.map(Number) : [10_000, 100_000, 1_000_000];
    const folder = await buildPage();
    const { url, server } = await servePage(folder);
    try {
      for (const count of counts) {
        const ours = await inBrowser(url, 'measureOurs', count);
        const peer = await inBrowser(url, 'measurePeer', count);
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
    } finally {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
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
