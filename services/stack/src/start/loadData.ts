import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { dataCommands } from '../data/dataCommands';
import { type DataSource, describeSource } from '../data/dataSource';
import { loadCommand } from '../data/loadCommand';
import { type LoadRecord, countCustomers, deleteAllData, readLoadRecord, writeLoadRecord } from '../data/loadedData';
import { planLoad } from '../data/planLoad';
import { type ElasticsearchAccess, accessVariables } from '../elasticsearch/access';
import type { StackPaths } from '../paths';
import { StackError } from '../stackError';
import { passedOn } from './passedOn';
import { type StartOptions, defaultDemo } from './startOptions';
import { step } from './steps';

export interface LoadInput {
  options: Pick<StartOptions, 'source' | 'resetData'>;
  paths: StackPaths;
  access: ElasticsearchAccess;
  client: ElasticClient;
  signal: AbortSignal;
}

/** Environment of the pipeline's commands: the pipeline's user, our state folder. */
export function pipelineEnvironment(paths: StackPaths, access: ElasticsearchAccess): NodeJS.ProcessEnv {
  return { ...passedOn(), ...accessVariables(access, 'pipeline'), [environment.stateDir]: paths.state };
}

/** Makes sure that data is there: keeps what was loaded before, else loads what was asked for or the demo. */
export async function loadData(input: LoadInput): Promise<DataSource> {
  const { options, paths, client } = input;
  const customers = await countCustomers(client);
  const plan = planLoad({
    asked: options.source,
    fallback: defaultDemo,
    record: readLoadRecord(paths.dataFile),
    customers,
    wasReset: options.resetData,
    now: new Date(),
  });
  if (plan.kind === 'keep') {
    const count = customers.toLocaleString('en');
    await step(
      'Data',
      async () => undefined,
      () => `${describeSource(plan.source)}, kept (${count} customers)`
    );
    return plan.source;
  }
  await load(plan.record, plan.replace, input);
  return plan.record.source;
}

async function load(record: LoadRecord, replace: boolean, { paths, access, client, signal }: LoadInput): Promise<void> {
  const env = pipelineEnvironment(paths, access);
  const logFile = join(paths.logs, 'data.log');
  writeLoadRecord(paths.dataFile, record);
  for (const command of dataCommands({ ...record, replace, demoFolder: paths.demo })) {
    await step(
      `Data: ${command.title}`,
      (update) => loadCommand(command, { root: paths.root, env, logFile, onLine: update, signal }),
      (outcome) => outcome
    );
  }
  if ((await countCustomers(client)) === 0) {
    throw new StackError('The load ended well, and yet no customer is in Elasticsearch.', `Read ${logFile}.`);
  }
  writeLoadRecord(paths.dataFile, { ...record, complete: true });
}

/** `--reset-data`: empties Elasticsearch before anything is loaded. */
export async function resetData(client: ElasticClient): Promise<void> {
  await step(
    'Reset',
    () => deleteAllData(client),
    (count) => `${count} indices deleted`
  );
}
