import { readFileSync } from 'node:fs';
import { RfmScheme } from '@spendscope/contracts';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import { exitCodes } from '../exitCodes';
import { UserError } from '../userError';

const example = 'recency: { by: value, at: [7, 30, 90, 180] }';

/** Reads cut points of RFM scores (YAML or JSON). @throws UserError that names the file, the place and the fix */
export function readRfmScheme(path: string): RfmScheme {
  let parsed: unknown;
  try {
    parsed = parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw wrong(path, `it cannot be read: ${detail}`, cause);
  }
  if (!Value.Check(RfmScheme, parsed)) {
    const error = Value.Errors(RfmScheme, parsed)[0];
    throw wrong(path, `${error?.instancePath.slice(1).replaceAll('/', '.') || 'the file'} ${error?.message}`);
  }
  for (const name of ['recency', 'frequency', 'monetary'] as const) {
    const { by, at } = parsed[name];
    if (at.some((cut, i) => i > 0 && cut <= at[i - 1]!)) {
      throw wrong(path, `${name}.at must ascend, not ${at.join(', ')}`);
    }
    if (by === 'rank' && (at[0] <= 0 || at[3] >= 1)) {
      throw wrong(path, `${name}.at must be shares between 0 and 1, not ${at.join(', ')}`);
    }
  }
  return parsed;
}

const wrong = (path: string, what: string, cause?: unknown): UserError =>
  new UserError(`The cut points ${path} are wrong: ${what}.`, `Four cut points each, such as ${example}.`, {
    cause,
    exitCode: exitCodes.usage,
  });
