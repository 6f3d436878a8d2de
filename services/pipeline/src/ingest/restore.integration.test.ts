import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { openStateFolder } from '../stateFolder';
import { ingestWorld } from '../testing/ingestWorld';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const repository = 'spendscope-pipeline-backup';
const snapshot = 'nightly';
const world = {
  world: 'card',
  users: 40,
  transactions: 600,
  seed: 7,
  end: new Date(Date.now() - 60_000),
  days: 60,
} as const;

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
});
afterAll(async () => {
  await setup.snapshot.delete({ repository, snapshot }, { ignore: [404] });
  await setup.snapshot.deleteRepository({ name: repository }, { ignore: [404] });
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

const documents = async (): Promise<unknown> =>
  Promise.all(
    [indices.transactions, indices.identities].map(async ({ readAs }) =>
      [...(await allDocuments(setup, readAs))].sort()
    )
  );

it('knows customers under their tokens after indices and state folder were lost and restored', async () => {
  await ingestWorld(workspace, pipeline, world);
  const before = await documents();
  const state = join(workspace.root, 'state');
  const kept = join(workspace.root, 'kept');
  cpSync(state, kept, { recursive: true });
  await setup.snapshot.createRepository({
    name: repository,
    repository: { type: 'fs', settings: { location: 'pipeline' } },
  });
  await setup.snapshot.create({
    ...{ repository, snapshot, indices: 'spendscope-*', wait_for_completion: true },
    ...{ include_global_state: false, feature_states: ['none'] },
  });

  await emptyIndices(setup, everything);
  rmSync(state, { recursive: true });

  await setup.snapshot.restore({ repository, snapshot, wait_for_completion: true, include_global_state: false });
  await installTemplates(setup);
  cpSync(kept, state, { recursive: true });
  openStateFolder(state);
  expect(await documents()).toEqual(before);
  // The same files once more, under the restored key: the same tokens, so nothing new.
  await ingestWorld(workspace, pipeline, world);
  expect(await documents()).toEqual(before);
});
