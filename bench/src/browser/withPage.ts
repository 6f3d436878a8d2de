import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { buildPage } from './buildPage';
import { servePage } from './servePage';

/** Calls a function that the page put on `window`, in a browser of its own, and returns its answer. */
export type Measure = <Answer>(name: string, count: number) => Promise<Answer>;

/** Pages that a slow one keeps busy for minutes are still waited for, ms. */
const patience = 600_000;

async function inBrowser<Answer>(url: string, name: string, count: number): Promise<Answer> {
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
      ([of, items]) => (window as unknown as Record<string, (count: number) => Promise<Answer>>)[of]!(items),
      [name, count] as const
    );
  } finally {
    await browser.close();
  }
}

/**
 * Builds and serves the page of a folder, measures with it, and takes it away. Chromium without a GPU.
 *
 * @param source folder of the page's main.ts
 */
export async function withPage(source: string, work: (measure: Measure) => Promise<void>): Promise<void> {
  const folder = await buildPage(source);
  const { url, server } = await servePage(folder);
  try {
    await work((name, count) => inBrowser(url, name, count));
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Three digits: the rest is noise. */
export const digits = (value: number): number => Number(value.toPrecision(3));
