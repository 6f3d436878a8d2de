import { join } from 'node:path';
import type { ElasticClient } from '@spendscope/elastic';
import type { WorldName } from '../generate/columns';
import { generateWorld } from '../generate/generateWorld';
import { ingest } from '../ingest/ingest';
import { loadPreset } from '../ingest/loadMapping';
import type { TestWorkspace } from './workspace';

interface GeneratedWorld {
  world: WorldName;
  users: number;
  transactions: number;
  seed: number;
  end: Date;
  days?: number;
}

/** Generates a world into the workspace's `data` and ingests all of it, as the command line does. Gives that folder. */
export async function ingestWorld(
  workspace: TestWorkspace,
  client: ElasticClient,
  world: GeneratedWorld
): Promise<string> {
  const out = join(workspace.root, 'data');
  await generateWorld({ ...world, out, format: 'csv' });
  await workspace.job(client, 'ingest', (context) =>
    ingest(context, {
      input: { files: ['transactions', 'customers', 'actions'].map((name) => join(out, `${name}.csv`)) },
      mapping: loadPreset(world.world),
      maxRejects: { count: 0 },
      replace: false,
      now: new Date(),
    })
  );
  return out;
}
