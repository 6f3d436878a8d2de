import { stackPaths } from '../paths';
import { repositoryRoot } from '../root';
import { say } from '../terminal';
import { createContext } from './createContext';
import { formatResult } from './formatResult';
import { exitCodeOf, runChecks } from './runChecks';

export interface DoctorOptions {
  /** Prints the results as JSON instead of lines. */
  json?: boolean;
}

/** Looks at everything that the stack needs and prints it; false where something has to be mended. */
export async function runDoctor({ json = false }: DoctorOptions = {}): Promise<boolean> {
  const results = await runChecks(createContext(stackPaths(repositoryRoot)));
  if (json) {
    say(JSON.stringify(results, null, 2));
  } else {
    results.forEach((result) => say(formatResult(result)));
  }
  return exitCodeOf(results) === 0;
}
