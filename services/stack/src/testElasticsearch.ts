import { startTestElasticsearch } from './elasticsearch/startTestElasticsearch';
import { testEnvironment } from './elasticsearch/testEnvironment';
import { complain, describeError, say } from './terminal';

/**
 * `tsx services/stack/src/testElasticsearch.ts`: a throw-away Elasticsearch. Prints one line of JSON with the
 * environment for its clients, and runs until SIGINT, SIGTERM or, where a program holds it, the end of its input.
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
  say(JSON.stringify({ ...testEnvironment(running), logFile: running.logFile }));
  const asked = new Promise<'asked'>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve('asked'));
  });
  const first = await Promise.race([asked, running.exited]);
  await running.stop();
  if (first !== 'asked') {
    throw new Error(`The test Elasticsearch ended by itself (exit code ${first.code}).`);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    complain(describeError(error));
    process.exit(1);
  }
);
