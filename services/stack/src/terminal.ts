import { StackError } from './stackError';

/** The one place that writes to the terminal. */
export function say(line: string): void {
  console.log(line);
}

export function complain(line: string): void {
  console.error(line);
}

/** An error as a user should see it: what happened and what to do, never a stack trace. */
export function describeError(error: unknown): string {
  if (error instanceof StackError) {
    return `${error.message}\n  → ${error.fix}`;
  }
  return error instanceof Error ? error.message : String(error);
}
