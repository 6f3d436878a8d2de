import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '@spendscope/analytics';
import { indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { generateWorld } from '../generate/generateWorld';
import { startCli } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const workspace = new TestWorkspace();
const data = join(workspace.root, 'data');
const patterns = [indices.transactions.pattern, indices.actions.pattern];

beforeAll(async () => {
  await emptyIndices(setup, patterns);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await generateWorld({
    world: 'card',
    users: 500,
    transactions: 40_000,
    seed: 3,
    end,
    days: 60,
    out: data,
    format: 'csv',
  });
});
afterAll(async () => {
  await emptyIndices(setup, patterns);
  await setup.close();
  workspace.remove();
});

function startIngest(): ChildProcess {
  const files = ['transactions', 'customers', 'actions'].map((name) => join(data, `${name}.csv`));
  return startCli(['ingest', '--preset', 'card', ...files], join(workspace.root, 'state'));
}

/** Kills the command a random time after one of its stages began; undefined where it ended before. */
async function ingestAndKill(random: Random): Promise<number | null> {
  const child = startIngest();
  const exit = once(child, 'exit') as Promise<[number | null]>;
  // The first line comes after reading; what follows is what a kill can tear apart.
  const stage = random.int(5);
  let seen = 0;
  for await (const _line of createInterface({ input: child.stderr! })) {
    if (seen++ === stage) {
      await sleep(random.int(400));
      child.kill('SIGKILL');
    }
  }
  const [code] = await exit;
  return code;
}

async function idsOf(name: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const line of createInterface({ input: createReadStream(join(data, `${name}.csv`)) })) {
    ids.push(line.split(',')[0]!);
  }
  return ids.slice(1).sort();
}

it('loses and doubles nothing when it is killed at random moments and run again', async () => {
  const random = new Random(Number(process.env.SPENDSCOPE_KILL_SEED ?? 11));
  const kills = Number(process.env.SPENDSCOPE_KILLS ?? 3);
  for (let kill = 0; kill < kills; kill++) {
    await ingestAndKill(random);
  }
  const last = startIngest();
  let output = '';
  last.stderr!.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(last, 'exit')) as [number | null];
  expect([code, code === 0 ? '' : output]).toEqual([0, '']);
  for (const name of ['transactions', 'actions'] as const) {
    const stored = await allDocuments(setup, indices[name].readAs);
    const ids = [...stored.keys()].map((key) => key.split('/')[1]!).sort();
    expect(ids).toEqual(await idsOf(name));
  }
}, 600_000);
