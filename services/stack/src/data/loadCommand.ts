import { StackError } from '../stackError';
import type { DataCommand } from './dataCommands';
import { type RunDataOptions, runDataCommand } from './runDataCommand';

/** Runs a command and gives what to say of it: an optional one that fails is left out, and why is said. */
export async function loadCommand(command: DataCommand, options: RunDataOptions): Promise<string> {
  try {
    await runDataCommand(command, options);
    return 'done';
  } catch (error) {
    if (command.optional && error instanceof StackError) {
      return `left out: ${error.message}`;
    }
    throw error;
  }
}
