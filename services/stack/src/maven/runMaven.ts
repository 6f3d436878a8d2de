import { existsSync } from 'node:fs';
import { type RunCommand, runCommand } from '../process/command';
import { lastErrorLines } from '../process/lastErrorLines';
import { StackError } from '../stackError';

/** Pinned, so that Maven asks nobody which release of its plugin is the newest. */
export const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

export interface MavenOptions {
  /** What is fetched, for messages. */
  what: string;
  /** Its coordinates. */
  artifact: string;
  /** What to do without it. */
  otherwise: string;
  cwd: string;
  /** The file or folder that is there afterwards. */
  makes: string;
  run?: RunCommand;
  signal?: AbortSignal;
}

/** Runs a goal of Maven quietly. @throws StackError where Maven is missing, fails or makes nothing, with its first error line */
export async function runMaven(args: readonly string[], options: MavenOptions): Promise<void> {
  const { what, artifact, otherwise, cwd, makes, run = runCommand, signal } = options;
  const result = await run('mvn', ['-B', '-q', ...args], { cwd, signal });
  signal?.throwIfAborted();
  if (result.code === 127) {
    throw new StackError(
      `Maven is not on the PATH, and it fetches ${what}.`,
      `Install it (Debian: apt install maven), or ${otherwise}.`
    );
  }
  if (result.code !== 0 || !existsSync(makes)) {
    throw new StackError(
      `Maven could not fetch ${artifact}: ${firstError(result.stdout + result.stderr)}`,
      `Check the network and ~/.m2/settings.xml (mirror, proxy), or ${otherwise}.`
    );
  }
}

/** Maven's first error line, without its mark. */
const firstError = (output: string): string => lastErrorLines(output, 1).replace('[ERROR]', '').trim();
