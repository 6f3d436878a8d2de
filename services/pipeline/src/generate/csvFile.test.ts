import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CsvFile } from './csvFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spendscope-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('quotes what needs it, keeps Korean, and takes its name only when complete', () => {
  const path = join(folder, 'a.csv');
  const file = new CsvFile(path, ['name', 'amount', 'member']);
  file.write({ name: '김서진, "VIP"', amount: -1200.5, member: true });
  expect(existsSync(path)).toBe(false);
  file.complete();
  expect(readFileSync(path, 'utf8')).toBe('name,amount,member\n"김서진, ""VIP""",-1200.5,true\n');
});

it('loses nothing at the edges of its pieces', () => {
  const path = join(folder, 'b.csv');
  const file = new CsvFile(path, ['text']);
  const lines = Array.from({ length: 30_000 }, (_, i) => `${i} ${'가'.repeat(i % 40)}`);
  lines.forEach((text) => file.write({ text }));
  file.complete();
  expect(readFileSync(path, 'utf8')).toBe(`text\n${lines.join('\n')}\n`);
  expect(file.rows).toBe(30_000);
});

it('leaves nothing when discarded', () => {
  const path = join(folder, 'c.csv');
  const file = new CsvFile(path, ['text']);
  file.write({ text: 'a' });
  file.discard();
  expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
});
