import { statSync } from 'node:fs';
import path from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { ensureChromium } from '../test/chromium';
import { type Shot, mostBytes, shots } from './shots';

/**
 * `npm run screenshots`: takes the pictures of the plugin catalogue from a running demo (`npm start`), dark. Fails where
 * something that a picture is of does not appear, or a file is too large.
 */
const sources = path.resolve(import.meta.dirname, '../../plugins/spendscope-app/src');
const demo = `http://localhost:${process.env.SPENDSCOPE_UI_PORT ?? 3_000}`;
/** ms for pictures that are still being drawn, such as counts that arrive one after another. */
const settles = 3_000;

async function take(page: Page, { plugin, file, path: address, panel, height, ready }: Shot): Promise<string> {
  await page.goto(`${demo}${address}${address.includes('?') ? '&' : '?'}theme=dark`);
  const target = panel ? page.getByTestId(`data-testid Panel header ${panel}`) : page.locator('body');
  await target.scrollIntoViewIfNeeded();
  await target.locator(ready).first().waitFor();
  await page.waitForTimeout(settles);
  const to = path.join(sources, plugin, file);
  const box = (await target.boundingBox())!;
  const clip = { ...box, height: Math.min(box.height, height ?? box.height) };
  await page.screenshot({ path: to, animations: 'disabled', clip });
  return to;
}

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage({ viewport: { width: 1_120, height: 1_400 } });
  for (const shot of shots) {
    const file = await take(page, shot);
    const { size } = statSync(file);
    console.log(`${path.relative(sources, file)}: ${Math.ceil(size / 1_000)} kB`);
    if (size > mostBytes) {
      console.error(`More than ${mostBytes / 1_000} kB: choose a smaller part of the screen.`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}
