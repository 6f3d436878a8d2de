import { join } from 'node:path';
import { dockerEngine, hasCompose } from '../docker/docker';
import { dockerElasticsearch } from '../docker/dockerElasticsearch';
import { type ElasticsearchAccess, embeddedAccess } from '../elasticsearch/access';
import { givenElasticsearch } from '../elasticsearch/givenElasticsearch';
import { type RunningElasticsearch, startElasticsearch } from '../elasticsearch/startElasticsearch';
import type { StackPaths } from '../paths';
import type { StackPorts } from '../ports';
import { StackError } from '../stackError';
import { supervise } from '../supervisor/supervise';
import { assertPortsFree } from './assertPortsFree';
import type { Session } from './session';

export type ElasticsearchKind = ElasticsearchAccess['kind'];

/** Where Elasticsearch comes from: the first of a given address, Docker, and our own. */
export async function chooseElasticsearch(env: NodeJS.ProcessEnv): Promise<ElasticsearchKind> {
  if (env.ELASTICSEARCH_URL) {
    return 'given';
  }
  if (env.SPENDSCOPE_DOCKER !== 'off' && (await dockerEngine()) && (await hasCompose())) {
    return 'docker';
  }
  return 'embedded';
}

export interface ProvideInput {
  kind: ElasticsearchKind;
  env: NodeJS.ProcessEnv;
  paths: StackPaths;
  ports: StackPorts;
  session: Session;
  /** Whether to make our users on a given server. */
  makeUsers: boolean;
  onProgress: (message: string) => void;
}

/** Brings Elasticsearch up and hands what was started to the session, which stops it at the end. */
export async function provideElasticsearch(input: ProvideInput): Promise<ElasticsearchAccess> {
  const { kind, env, paths, ports, session, onProgress } = input;
  if (kind === 'given') {
    return givenElasticsearch({ env, stateDir: paths.state, makeUsers: input.makeUsers });
  }
  await assertPortsFree(ports, ['elasticsearch']);
  if (kind === 'docker') {
    onProgress('starting the container');
    session.noteDocker();
    const started = await dockerElasticsearch(paths, ports);
    session.onStop('Elasticsearch container', () => started.stop());
    return started;
  }
  const supervised = await supervise<RunningElasticsearch>({
    name: 'Elasticsearch',
    start: () =>
      startElasticsearch({
        stateDir: paths.state,
        port: ports.elasticsearch,
        heapMegabytes: heapOf(env),
        logFile: join(paths.logs, 'elasticsearch.log'),
        onProgress,
        signal: session.signal,
      }),
    restarts: 2,
    ...session.watch('elasticsearch'),
  });
  session.onStop('Elasticsearch', () => supervised.stop());
  return embeddedAccess(supervised.current());
}

function heapOf(env: NodeJS.ProcessEnv): number | undefined {
  const text = env.SPENDSCOPE_ES_HEAP_MB;
  if (!text) {
    return undefined;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 256) {
    throw new StackError(`SPENDSCOPE_ES_HEAP_MB is "${text}".`, 'Set it to whole megabytes, 256 or more.');
  }
  return value;
}
