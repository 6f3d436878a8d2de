import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type IndexDefinition, allIndices, indices, runIndex } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { compareRuns } from '../runs/compareRuns';
import { type RunFile, listManifests } from '../runs/manifestFiles';
import { ingestWorld } from '../testing/ingestWorld';
import { startCli } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
/** two copies of one store: what one run leaves there must not reach the other */
const interrupted = join(workspace.root, 'state');
const whole = join(workspace.root, 'state-2');

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await ingestWorld(workspace, pipeline, { world: 'card', users: 400, transactions: 8_000, seed: 5, end, days: 200 });
  cpSync(interrupted, whole, { recursive: true });
}, 300_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup.close(), pipeline.close()]);
  workspace.remove();
});

/** Runs `analyze`; killed as soon as the given stage is told of. Gives what it told, and the exit code. */
async function runAnalyze(state: string, killAfter?: string): Promise<{ lines: string[]; code: number | null }> {
  const child = startCli(['analyze', '--seed', '3'], state);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    lines.push(line);
    if (killAfter && line.startsWith(`${killAfter}:`)) {
      child.kill('SIGKILL');
    }
  }
  const [code] = await exit;
  return { lines, code };
}

/** Everything that a run's readers see, without its id and times. */
async function documentsOf({ run_id: id }: RunFile): Promise<unknown> {
  const names = [indices.customers, indices.segments, indices.segmentMigrations, indices.clusterChoices].map((index) => runIndex(index, id)); // prettier-ignore
  const found = await Promise.all([...names, indices.anomalies.name].map((name) => allDocuments(setup, name)));
  return found.flatMap(
    (documents) =>
    [...documents].map(([key, { created_at: _created, scored_at: _scored, run_id: _run, ...rest }]) => [key.replace(id, ''), rest] as const).sort(([a], [b]) => (a < b ? -1 : 1)) // prettier-ignore
  );
}

const analysisIn = (state: string): RunFile[] => listManifests(join(state, 'pipeline', 'runs')).filter(({ kind }) => kind === 'analyze'); // prettier-ignore

it('goes on after kills where it was, and ends with what an uninterrupted run makes', async () => {
  expect((await runAnalyze(whole)).code).toBe(0);
  const [expected] = analysisIn(whole);
  const documents = await documentsOf(expected!);

  for (const stage of ['Score', 'K-means', 'Write anomalies']) {
    expect((await runAnalyze(interrupted, stage)).code).toBeNull();
    expect(analysisIn(interrupted)).toEqual([]);
  }
  const last = await runAnalyze(interrupted);
  expect([last.code, last.code === 0 ? '' : last.lines.join('\n')]).toEqual([0, '']);
  const [resumed] = analysisIn(interrupted);

  const kept = ['Train detectors', 'Score', 'Reasons', 'Churn', 'K-means', 'Write anomalies'];
  for (const stage of kept) {
    expect(last.lines).toContain(`${stage}: done before the interruption`);
  }
  expect(last.lines.filter((line) => line.startsWith('Training') || line.startsWith('Scoring'))).toEqual([]);
  const stages = resumed!.stages.filter((stage) => stage.kept).map(({ name }) => name);
  expect(stages).toEqual(expect.arrayContaining(kept));
  expect(compareRuns(expected!, resumed!)).toMatchObject({ equalInputs: true, parameters: [], versions: [], equalOutputs: true }); // prettier-ignore
  expect(await documentsOf(resumed!)).toEqual(documents);
  // The killed attempts are this run: none of them stays behind as one that is still under way.
  const runs = [...(await allDocuments(setup, indices.runs.name)).values()].filter(({ kind }) => kind === 'analyze');
  expect(runs.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
}, 600_000);
