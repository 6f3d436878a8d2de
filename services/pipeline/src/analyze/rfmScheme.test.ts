import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRfmScheme } from './rfmScheme';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spendscope-rfm-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const read = (text: string): unknown => {
  const file = join(folder, 'cuts.yml');
  writeFileSync(file, text);
  return readRfmScheme(file);
};
const quintiles = 'frequency: { by: rank, at: [0.2, 0.4, 0.6, 0.8] }\nmonetary: { by: rank, at: [0.2, 0.4, 0.6, 0.8] }';

it('reads cut points by value and by rank', () => {
  expect(read(`version: days-1\nrecency: { by: value, at: [7, 30, 90, 180] }\n${quintiles}`)).toEqual({
    version: 'days-1',
    recency: { by: 'value', at: [7, 30, 90, 180] },
    frequency: { by: 'rank', at: [0.2, 0.4, 0.6, 0.8] },
    monetary: { by: 'rank', at: [0.2, 0.4, 0.6, 0.8] },
  });
});

it.each([
  [`version: a\n${quintiles}`, /the file must have required properties recency/],
  [`recency: { by: value, at: [1, 2, 3, 4] }\n${quintiles}`, /the file must have required properties version/],
  [`version: a\nrecency: { by: days, at: [1, 2, 3, 4] }\n${quintiles}`, /recency.by /],
  [`version: a\nrecency: { by: value, at: [1, 2, 3] }\n${quintiles}`, /recency.at /],
  [
    `version: a\nrecency: { by: value, at: [7, 30, 30, 90] }\n${quintiles}`,
    /recency.at must ascend, not 7, 30, 30, 90/,
  ],
  [`version: a\nrecency: { by: rank, at: [20, 40, 60, 80] }\n${quintiles}`, /recency.at must be shares/],
  ['version: [', /cannot be read/],
])('names what is wrong with %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});

it('names a file that is not there', () => {
  expect(() => readRfmScheme(join(folder, 'none.yml'))).toThrow(/none.yml are wrong: it cannot be read/);
});
