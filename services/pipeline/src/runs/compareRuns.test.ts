import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareRuns } from './compareRuns';
import { listManifests, readManifest } from './manifestFiles';
import { printComparison, printRun } from './printRuns';
import { RunRecorder } from './runRecorder';

const folder = mkdtempSync(join(tmpdir(), 'runs-of-a-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function recorded(seed: number, segments: string): Promise<string> {
  const run = await RunRecorder.start(undefined, 'analyze', { note: () => {}, folder });
  run.reads([{ kind: 'table', name: 'transactions', rows: 3, content_hash: 'rows:7' }], { seed });
  run.measured({ silhouette: 0.5 });
  await run.stage('K-means', () => Promise.resolve());
  run.made({ kind: 'index', name: 'people', documents: 2, content_hash: 'documents:aa' });
  run.made({ kind: 'index', name: 'groups', documents: 6, content_hash: 'documents:old' });
  run.made({ kind: 'index', name: 'groups', documents: 6, content_hash: segments });
  await run.end('succeeded');
  return run.id;
}

it('tells whether two runs made the same, and what differs', async () => {
  const [a, b, c] = [
    await recorded(1, 'documents:bb'),
    await recorded(1, 'documents:bb'),
    await recorded(2, 'documents:cc'),
  ];
  const same = compareRuns(readManifest(folder, a), readManifest(folder, b));
  expect(same).toMatchObject({ equalInputs: true, parameters: [], versions: [], equalOutputs: true });
  const other = compareRuns(readManifest(folder, a), readManifest(folder, c));
  expect(other).toMatchObject({ equalInputs: true, parameters: ['seed'], versions: [], equalOutputs: false });
  expect(other.outputs.map(({ name, equal }) => [name, equal])).toEqual([['groups', false], ['people', true]]); // prettier-ignore
  expect(printComparison(other)).toContain('parameters different: seed; versions equal.\nOutputs different.');
  expect(listManifests(folder).map(({ run_id: id }) => id)).toEqual([a, b, c].sort().reverse());
  expect(printRun(readManifest(folder, a))).toMatch(/silhouette +0\.5/);
});

it('names the run that is not there, and a file that is none', () => {
  expect(() => readManifest(folder, 'nothing')).toThrow('There is no run nothing.');
  expect(() => readManifest(folder, '2')).toThrow('3 runs begin with 2.');
  writeFileSync(join(folder, '1.json'), '{}');
  expect(() => readManifest(folder, '1')).toThrow(/1\.json is no manifest of a run\./);
});
