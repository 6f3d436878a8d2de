import { paint } from '../terminal';
import type { CheckResult, Level } from './check';

const marks: Record<Level, { mark: string; style: 'green' | 'yellow' | 'red' }> = {
  ok: { mark: '✓', style: 'green' },
  warn: { mark: '!', style: 'yellow' },
  fail: { mark: '✗', style: 'red' },
};

/** `✓ what — what we saw`, and ` — fix` where there is something to mend. */
export function formatResult({ level, what, saw, fix }: CheckResult): string {
  const { mark, style } = marks[level];
  return `${paint(style, mark)} ${what} — ${saw}${fix ? ` — ${fix}` : ''}`;
}
