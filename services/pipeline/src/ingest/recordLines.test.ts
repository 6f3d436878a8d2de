import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ProbedFile } from './probeFile';
import { recordLines } from './recordLines';

const folder = mkdtempSync(join(tmpdir(), 'record-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const csv = (content: string, gzip = false): ProbedFile => {
  const path = join(folder, `${Math.abs(content.length)}.csv`);
  writeFileSync(path, gzip ? gzipSync(content) : content);
  return { path, format: 'csv', gzip, header: [], delimiter: ',', bytes: content.length };
};

// line:       1           2   3    4 5        6 7 8     9
const text = 'id,name\n\n1,"a\nb"\n\n\n2,x,y\n3,"say ""hi""\n"\n4,z\n';

it('counts lines inside of quotes and blank lines', async () => {
  const file = csv(text);
  // The broken row 2,x,y (line 7) begins, with the blank lines before it, at byte 18.
  const lines = await recordLines(file, [1, 2, 3], new Set([18]));
  expect(lines).toEqual({ rows: [3, 8, 10], rejects: new Map([[18, 7]]) });
});

it('gives only the wanted rows, and reads archives', async () => {
  const lines = await recordLines(csv(text, true), [3], new Set([18]));
  expect(lines.rows).toEqual([10]);
});

it('takes a quote inside of a field as a character', async () => {
  const lines = await recordLines(csv('id,name\n1,5" disk\n2,b\n'), [2], new Set());
  expect(lines.rows).toEqual([3]);
});
