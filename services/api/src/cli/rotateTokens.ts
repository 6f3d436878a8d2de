import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Rotation {
  /** What the file holds now; the newest first. */
  tokens: string[];
  /** What Grafana has to send from now on. */
  newest: string;
}

const tokensIn = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/[,\n]/)
        .map((line) => line.trim())
        .filter(Boolean)
    : [];

/** Puts a new channel token before the newest one; both are valid until {@link finishRotation}. */
export function beginRotation(file: string): Rotation {
  const [before] = tokensIn(file);
  const newest = randomBytes(32).toString('hex');
  return write(file, before ? [newest, before] : [newest]);
}

/** Leaves the newest token only. @throws Error where there is none */
export function finishRotation(file: string): Rotation {
  const [newest] = tokensIn(file);
  if (!newest) {
    throw new Error(`${file} holds no token. Begin with "spendscope tokens rotate --file ${file}".`);
  }
  return write(file, [newest]);
}

/** In one step, so that a server that reads meanwhile sees the old or the new, and only its owner sees either. */
function write(file: string, tokens: string[]): Rotation {
  writeFileSync(`${file}.new`, `${tokens.join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { tokens, newest: tokens[0]! };
}
