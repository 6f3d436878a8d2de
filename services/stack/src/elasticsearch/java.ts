import { join } from 'node:path';
import { type RunCommand, runCommand } from '../process/command';
import { StackError } from '../stackError';
import { lowestJava } from './distribution';

export interface Java {
  home: string;
  /** Feature release, e.g. 17. */
  release: number;
}

/** The Java that ES_JAVA_HOME, JAVA_HOME or the PATH names, in this order; undefined where there is none. */
export async function findJava(
  env: NodeJS.ProcessEnv = process.env,
  run: RunCommand = runCommand
): Promise<Java | undefined> {
  const named = env.ES_JAVA_HOME || env.JAVA_HOME;
  const program = named ? join(named, 'bin', 'java') : 'java';
  const result = await run(program, ['-XshowSettings:properties', '-version']);
  return result.code === 0 ? parseJavaProperties(result.stderr + result.stdout) : undefined;
}

/** Reads what `java -XshowSettings:properties -version` prints. */
export function parseJavaProperties(output: string): Java | undefined {
  const home = /^\s*java\.home = (.+)$/m.exec(output)?.[1]?.trim();
  const release = /^\s*java\.specification\.version = (?:1\.)?(\d+)/m.exec(output)?.[1];
  return home && release ? { home, release: Number(release) } : undefined;
}

/** Where a Java was looked for, for messages. */
export function javaPlace(env: NodeJS.ProcessEnv): string {
  const variable = ['ES_JAVA_HOME', 'JAVA_HOME'].find((name) => env[name]);
  return variable ? `in ${env[variable]} (${variable})` : 'on the PATH';
}

/** @throws StackError where no Java is found or it is too old */
export async function requireJava(env: NodeJS.ProcessEnv = process.env, run: RunCommand = runCommand): Promise<Java> {
  const java = await findJava(env, run);
  const fix = `Install a JDK of ${lowestJava} or newer (Debian: apt install openjdk-17-jdk-headless) or set ES_JAVA_HOME to one.`;
  if (!java) {
    throw new StackError(`No Java was found ${javaPlace(env)}, and the embedded Elasticsearch runs on it.`, fix);
  }
  if (java.release < lowestJava) {
    throw new StackError(`Java ${java.release} is too old for Elasticsearch (${java.home}).`, fix);
  }
  return java;
}
