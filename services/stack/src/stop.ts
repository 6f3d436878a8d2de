import { join } from 'node:path';
import { stackPaths } from './paths';
import { runCommand } from './process/command';
import { repositoryRoot } from './root';
import { readStackState, removeStackState } from './state/stackState';
import { stopRecorded } from './state/stopRecorded';
import { complain, describeError, say } from './terminal';

/** `npm run stop`: stops what `npm start` from this folder has started, and nothing else. */
async function main(): Promise<void> {
  const paths = stackPaths(repositoryRoot);
  const state = readStackState(paths.stackFile);
  if (!state) {
    say('Nothing of this folder runs.');
    return;
  }
  const { stopped, killed } = await stopRecorded(state);
  if (state.docker) {
    const envFile = join(paths.state, 'compose.env');
    await runCommand('docker', ['compose', '--env-file', envFile, 'stop', 'elasticsearch'], { cwd: repositoryRoot });
  }
  removeStackState(paths.stackFile);
  const names = [...stopped, ...killed.map((name) => `${name} (killed: it did not end)`)];
  say(names.length > 0 ? `Stopped: ${names.join(', ')}.` : 'Nothing of this folder runs.');
}

main().catch((error: unknown) => {
  complain(describeError(error));
  process.exit(1);
});
