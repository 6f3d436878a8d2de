import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { serverFolder } from './elasticsearch/folders';
import { unprivilegedUser } from './elasticsearch/runAs';
import { stackPaths } from './paths';
import { repositoryRoot } from './root';
import { StackError } from './stackError';
import { isOurs } from './state/claimStateFolder';
import { isAlive, readStackState } from './state/stackState';
import { complain, describeError, isInteractive, say } from './terminal';

/** `npm run reset [-- --yes]`: deletes data, passwords, keys and logs of this folder. */
async function main(): Promise<void> {
  const paths = stackPaths(repositoryRoot);
  const state = readStackState(paths.stackFile);
  if (state && [state.starter, ...state.parts].some((part) => isAlive(part))) {
    throw new StackError('Spendscope runs from this folder.', 'Run "npm run stop" first.');
  }
  if (!existsSync(paths.state)) {
    say('There is nothing to delete.');
    return;
  }
  if (!isOurs(paths.state)) {
    throw new StackError(`${paths.state} was not made by npm start.`, 'Delete it by hand where you are sure.');
  }
  if (!process.argv.includes('--yes') && !(await confirmed(paths.state))) {
    say('Nothing was deleted.');
    return;
  }
  const server = serverFolder(paths.state, await unprivilegedUser());
  rmSync(server, { recursive: true, force: true });
  if (!server.startsWith(paths.state)) {
    rmSync(dirname(server), { recursive: true, force: true });
  }
  rmSync(paths.state, { recursive: true, force: true });
  say(`Deleted ${paths.state}.${state?.docker ? ' Containers keep their volumes: docker compose down --volumes' : ''}`);
}

async function confirmed(folder: string): Promise<boolean> {
  if (!isInteractive) {
    throw new StackError('Nobody is there to confirm it.', 'Add --yes: npm run reset -- --yes');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete all data, passwords, keys and logs in ${folder}? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

main().catch((error: unknown) => {
  complain(describeError(error));
  process.exit(1);
});
