import { createServer } from 'node:net';
import { type RunCommand, runCommand } from './command';
import { findInProc } from './procPortHolder';

export interface PortHolder {
  pid: number;
  command: string;
  /** Address that it listens on, e.g. 127.0.0.1 or 0.0.0.0. */
  address: string;
}

/** Whether nobody listens on the port, as far as a program that wants it can tell. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Who listens on the port, by `ss`, `lsof` or /proc; undefined where none tells (mostly another user's process). */
export async function findPortHolder(port: number, run: RunCommand = runCommand): Promise<PortHolder | undefined> {
  const ss = await run('ss', ['-ltnpH', `sport = :${port}`]);
  const found = ss.code === 0 ? parseSs(ss.stdout) : undefined;
  if (found) {
    return found;
  }
  const lsof = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpcn']);
  return (lsof.code === 0 ? parseLsof(lsof.stdout) : undefined) ?? findInProc(port);
}

/** First line of `ss -ltnpH`, such as `LISTEN 0 511 127.0.0.1:3000 0.0.0.0:* users:(("node",pid=42,fd=20))`. */
export function parseSs(output: string): PortHolder | undefined {
  const line = output.split('\n').find((text) => text.includes('pid='));
  const match = line && /^\S+\s+\d+\s+\d+\s+(\S+):\d+\s.*users:\(\("([^"]*)",pid=(\d+)/.exec(line);
  return match ? { address: plainAddress(match[1]!), command: match[2]!, pid: Number(match[3]) } : undefined;
}

/** `lsof -Fpcn`: a line per field, p = process, c = command, n = address and port. */
export function parseLsof(output: string): PortHolder | undefined {
  const field = (letter: string): string | undefined =>
    output
      .split('\n')
      .find((line) => line.startsWith(letter))
      ?.slice(1);
  const pid = field('p');
  const name = field('n');
  if (!pid || !name) {
    return undefined;
  }
  const address = plainAddress(name.slice(0, name.lastIndexOf(':')));
  return { pid: Number(pid), command: field('c') ?? 'unknown', address };
}

function plainAddress(address: string): string {
  const bare = address.replace(/^\[(?:::ffff:)?(.*)\]$/, '$1').replace(/%.*$/, '');
  return bare === '*' ? '0.0.0.0' : bare;
}
