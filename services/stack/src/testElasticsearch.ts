import { startTestElasticsearch } from './elasticsearch/startTestElasticsearch';
import { testEnvironment } from './elasticsearch/testEnvironment';
import { complain, describeError, say } from './terminal';

/**
 * `tsx services/stack/src/testElasticsearch.ts`: a throw-away Elasticsearch. Prints the environment for its clients (one
 * line of JSON, or with `--shell` exports to source), and runs until SIGINT, SIGTERM or, with `--until-stdin-ends`, the end
 * of its input.
 */
async function main(): Promise<void> {
  const ending = new AbortController();
  const stop = (): void => ending.abort(new Error('Stopped before it was ready.'));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.argv.includes('--until-stdin-ends')) {
    process.stdin.on('end', stop).resume();
  }

  const running = await startTestElasticsearch(complain, ending.signal);
  const environment = testEnvironment(running);
  say(process.argv.includes('--shell') ? shellExports(environment) : JSON.stringify(environment));
  const asked = new Promise<'asked'>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve('asked'));
  });
  const first = await Promise.race([asked, running.exited]);
  await running.stop();
  if (first !== 'asked') {
    throw new Error(`The test Elasticsearch ended by itself (exit code ${first.code}).`);
  }
}

function shellExports(variables: Record<string, string>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`)
    .join('\n');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    complain(describeError(error));
    process.exit(1);
  }
);
