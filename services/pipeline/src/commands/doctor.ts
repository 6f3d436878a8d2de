import type { Command } from 'commander';
import { UserError } from '../userError';

interface StackModule {
  runDoctor?: () => Promise<boolean>;
}

export function addDoctor(program: Command, _signal: AbortSignal): void {
  program
    .command('doctor')
    .description('Check what Spendscope needs on this machine; one line and one fix each.')
    .action(async () => {
      // Loaded only here: the stack depends on this package, and a deployed pipeline may be without it.
      const name = '@spendscope/stack';
      const stack = (await import(name).catch(() => ({}))) as StackModule;
      if (!stack.runDoctor) {
        throw new UserError(
          'The checks are not installed.',
          'Run "npm ci" in the repository, then "npm run spendscope -- doctor".'
        );
      }
      if (!(await stack.runDoctor())) {
        throw new UserError('Something has to be mended first.', 'See the lines above.');
      }
    });
}
