import { stackPaths } from './paths';
import { readPorts } from './ports';
import { rotateLogs } from './process/rotateLogs';
import { repositoryRoot } from './root';
import { StackError } from './stackError';
import { preflight } from './start/preflight';
import { chooseElasticsearch } from './start/provideElasticsearch';
import { createSession } from './start/session';
import { parseStartOptions } from './start/startOptions';
import { startStack } from './start/startStack';
import { type SummaryInput, summaryLines } from './start/summary';
import { claimStateFolder } from './state/claimStateFolder';
import { describeProcess, isAlive, readStackState, removeStackState, writeStackState } from './state/stackState';
import { stopRecorded } from './state/stopRecorded';
import { complain, describeError, paint, say } from './terminal';
import { uiAddress } from './ui/uiEnvironment';

const paths = stackPaths(repositoryRoot);
const ending = new AbortController();

/** npm passes Ctrl-C on to a program that the terminal has told already: the echo must not count as a second one. */
const echoMs = 1_500;

async function main(): Promise<void> {
  const options = parseStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const ports = readPorts();
  await clearWay();
  claimStateFolder(paths.state);
  rotateLogs(paths.logs);
  const kind = await chooseElasticsearch(process.env);
  await preflight(paths, process.env, kind);

  const asked = listenForEnd();
  const session = createSession(ending.signal, recordState);
  function recordState(): void {
    const starter = describeProcess('npm start', process.pid)!;
    writeStackState(paths.stackFile, {
      starter,
      ...session.state(),
      address: process.env.GRAFANA_URL ?? uiAddress(ports.ui),
    });
  }
  recordState();
  try {
    showSummary(await startStack({ kind, options, paths, ports, env: process.env, session }));
    await asked;
  } catch (error) {
    if (!ending.signal.aborted) {
      throw error;
    }
  } finally {
    await session.stopAll((name) => say(`… stopping ${name}`));
    removeStackState(paths.stackFile);
  }
  say('Stopped.');
}

/** Refuses a second start from this folder, and stops what an earlier one left that was killed before it could. */
async function clearWay(): Promise<void> {
  const state = readStackState(paths.stackFile);
  if (!state) {
    return;
  }
  if (isAlive(state.starter)) {
    throw new StackError(
      `Spendscope already runs from this folder (process ${state.starter.pid}), at ${state.address}.`,
      'Open that address, or run "npm run stop" first.'
    );
  }
  const { stopped, killed } = await stopRecorded(state);
  if (stopped.length + killed.length > 0) {
    say(`! Stopped what an earlier start had left: ${[...stopped, ...killed].join(', ')}`);
  }
}

function showSummary(result: SummaryInput): void {
  say('');
  for (const [label, text] of summaryLines(result)) {
    say(`  ${paint('bold', label.padEnd(20))}${/^https?:/.test(text) ? paint('cyan', text) : text}`);
  }
  say(`\n${paint('green', 'Spendscope is up.')} Ctrl-C stops what was started here.`);
}

/** Resolves when the user asks for the end; whatever is under way hears it through the abort signal. */
function listenForEnd(): Promise<void> {
  let askedAt = 0;
  return new Promise((resolve) => {
    const ask = (): void => {
      if (askedAt === 0) {
        askedAt = Date.now();
        say('');
        ending.abort(new Error('Stopped.'));
        resolve();
      } else if (Date.now() - askedAt > echoMs) {
        say('Stopping takes a moment: Elasticsearch writes its data to disk.');
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, ask);
    }
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    complain(`${paint('red', '✗')} ${describeError(error)}`);
    process.exit(1);
  }
);
