import { styleText } from 'node:util';
import { StackError } from './stackError';

/** The one place that writes to the terminal. */
export function say(line: string): void {
  console.log(line);
}

export function complain(line: string): void {
  console.error(line);
}

export const isInteractive = process.stdout.isTTY === true;

type Style = Parameters<typeof styleText>[0];

/** Colours text on a terminal that wants it; see https://no-color.org. */
export function paint(style: Style, text: string): string {
  return isInteractive && !process.env.NO_COLOR ? styleText(style, text) : text;
}

/** An error as a user should see it: what happened and what to do, never a stack trace. */
export function describeError(error: unknown): string {
  if (error instanceof StackError) {
    return `${error.message}\n  → ${error.fix}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Writes over the current line of a terminal; does nothing elsewhere. */
export function overwriteLine(text: string): void {
  if (isInteractive) {
    const width = process.stdout.columns || 80;
    process.stdout.write(`\r\u001b[2K${text.slice(0, width - 1)}`);
  }
}
