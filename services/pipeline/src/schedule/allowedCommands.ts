import { CommanderError, type Command } from 'commander';
import { createProgram } from '../program';

/** What a jobs file may name: commands that come to an end by themselves, and hand nothing out. */
export const allowedCommands = [
  'ingest',
  'analyze',
  'evaluate',
  'retrain',
  'report',
  'score',
  'claim',
  'models list',
  'models verify',
  'monitor-models',
  'audit verify',
  'doctor',
] as const;

/**
 * Why the command line would not be taken, or undefined where it would: it is read by the command's own parser, which does
 * everything but the work.
 */
export async function faultOfCommand(command: readonly string[]): Promise<string | undefined> {
  const name = allowedCommands.find((allowed) => allowed.split(' ').every((word, place) => command[place] === word));
  if (!name) {
    return `"${command.slice(0, 2).join(' ')}" is no command for jobs. Use one of: ${allowedCommands.join(', ')}.`;
  }
  const program = await createProgram([name.split(' ')[0]!], new AbortController().signal);
  const said: string[] = [];
  quieten(program, (text) => said.push(text));
  try {
    await program.parseAsync([...command], { from: 'user' });
  } catch (error) {
    return firstLine(
      error instanceof CommanderError && error.exitCode === 0 ? 'asks for help' : errorText(error, said)
    );
  }
  const [global] = Object.keys(program.opts());
  return global
    ? `--${global.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} is the scheduler’s own.`
    : undefined;
}

/** Takes out what commands do and say, and leaves how they read their arguments. */
function quieten(command: Command, say: (text: string) => void): void {
  command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: say });
  if (command.commands.length === 0) {
    command.action(() => {});
  }
  command.commands.forEach((child) => quieten(child, say));
}

const errorText = (error: unknown, said: readonly string[]): string =>
  said.find((text) => text.trim() !== '') ?? (error as Error).message;
const firstLine = (text: string): string =>
  text
    .replace(/^error: /, '')
    .split('\n')[0]!
    .trim();
