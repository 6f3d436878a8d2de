import {
  type ElasticClient,
  type IndexStatus,
  confirmUpgrade,
  connectionFromEnvironment,
  createElasticClient,
  elasticErrors,
  indicesStatus,
  rollbackIndices,
  upgradeIndices,
} from '@spendscope/elastic';
import type { Command } from 'commander';
import { createProgress } from '../progress';
import { say, tell } from '../terminal';
import { UserError } from '../userError';
import { textTable } from '../words/textTable';

/** Templates and indices are the operator’s, not the pipeline’s: these commands need the right to change them. */
async function asOperator(work: (client: ElasticClient) => Promise<void>): Promise<void> {
  const client = createElasticClient(connectionFromEnvironment());
  try {
    await work(client);
  } catch (error) {
    if (error instanceof elasticErrors.ResponseError && error.statusCode === 403) {
      throw new UserError(
        'Elasticsearch refuses this user.',
        'Set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD to a user with the role spendscope_setup.',
        { cause: error }
      );
    }
    throw error;
  } finally {
    await client.close();
  }
}

export function addIndices(program: Command, signal: AbortSignal): void {
  const indices = program
    .command('indices')
    .description('Bring indices to the form that this version writes, and take that back.');

  indices
    .command('status')
    .description('How far each index is from this version; changes nothing.')
    .option('--json', 'print it as JSON')
    .action(({ json }: { json?: boolean }) =>
      asOperator(async (client) => {
        const found = await indicesStatus(client);
        say(json ? JSON.stringify(found, null, 2) : printStatus(found));
      })
    );

  indices
    .command('upgrade')
    .description('Add new fields in place; copy what changed its form. Interrupted, run it again to go on.')
    .action(() =>
      asOperator(async (client) => {
        const progress = createProgress();
        const onProgress = (name: string, copied: number): void => progress.update(`copying ${name}`, copied, 0);
        const done = await upgradeIndices(client, { onProgress, signal });
        const changed = done.filter(({ outcome }) => outcome !== 'current');
        say(
          textTable(
            [],
            changed.map(({ name, outcome }) => [name, outcome])
          ) || 'Every index is current.'
        );
        if (changed.some(({ outcome }) => outcome === 'copied')) {
          tell(
            'What was copied is kept in its former form, too: "indices rollback" goes back, "indices confirm" deletes it.'
          );
        }
      })
    );

  indices
    .command('rollback')
    .description('Go back to the former indices, with what was written, changed and deleted since.')
    .action(() =>
      asOperator(async (client) => {
        const done = await rollbackIndices(client);
        const rows = done.map(({ name, carried, dropped }) => [name, `${carried} carried back`, `${dropped} deleted`]);
        say(textTable([], rows) || 'There is nothing to take back.');
      })
    );

  indices
    .command('confirm')
    .description('Delete the former indices; there is no way back then.')
    .action(() =>
      asOperator(async (client) => {
        say((await confirmUpgrade(client)).map((name) => `deleted ${name}`).join('\n') || 'No former index is kept.');
      })
    );
}

const printStatus = (found: readonly IndexStatus[]): string =>
  textTable(
    ['index', 'version', 'wanted', 'state', 'former, kept'],
    found.map(({ name, version, wanted, state, former }) => [name, `${version}`, `${wanted}`, state, former ?? ''])
  );
