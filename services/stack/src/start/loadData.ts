import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { dataCommands } from '../data/dataCommands';
import { type DataSource, describeSource, sameSource } from '../data/dataSource';
import {
  countCustomers,
  deleteAllData,
  forgetLoadedSource,
  readLoadedSource,
  writeLoadedSource,
} from '../data/loadedData';
import { runDataCommand } from '../data/runDataCommand';
import { type ElasticsearchAccess, accessVariables } from '../elasticsearch/access';
import type { StackPaths } from '../paths';
import { StackError } from '../stackError';
import { passedOn } from './apiService';
import { type StartOptions, defaultDemo } from './startOptions';
import { step } from './steps';

export interface LoadInput {
  options: StartOptions;
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
  const loaded = readLoadedSource(paths.dataFile);
  const customers = await countCustomers(client);
  const wanted = options.source ?? loaded ?? defaultDemo;
  const isThere = loaded !== undefined && customers > 0;
  if (isThere && !sameSource(loaded, wanted)) {
    throw new StackError(
      `This stack holds other data: ${describeSource(loaded)}.`,
      'Add --reset-data to replace it, or start without data options to keep it.'
    );
  }
  if (isThere) {
    await step(
      'Data',
      async () => customers,
      (count) => `${describeSource(wanted)}, kept (${count.toLocaleString('en')} customers in Elasticsearch)`
    );
    return wanted;
  }
  await load(wanted, input);
  return wanted;
}

async function load(source: DataSource, { paths, access, signal }: LoadInput): Promise<void> {
  const env = pipelineEnvironment(paths, access);
  const logFile = join(paths.logs, 'data.log');
  for (const command of dataCommands(source, paths.demo)) {
    await step(
      `Data: ${command.title}`,
      (update) => runDataCommand(command, { root: paths.root, env, logFile, onLine: update, signal }),
      () => 'done'
    );
  }
  writeLoadedSource(paths.dataFile, source);
}

/** `--reset-data`: empties Elasticsearch before anything is loaded. */
export async function resetData({ paths, client }: Pick<LoadInput, 'paths' | 'client'>): Promise<void> {
  await step(
    'Reset',
    () => deleteAllData(client),
    (count) => `${count} indices deleted`
  );
  forgetLoadedSource(paths.dataFile);
}
