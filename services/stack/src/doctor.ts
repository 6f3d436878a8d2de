import { fileURLToPath } from 'node:url';
import { createContext } from './doctor/createContext';
import { formatResult } from './doctor/formatResult';
import { exitCodeOf, runDoctor } from './doctor/runDoctor';
import { stackPaths } from './paths';
import { complain, describeError, say } from './terminal';

/** `npm run doctor [-- --json]`: looks at everything that the stack needs. Ends with 1 where something has to be mended. */
async function main(): Promise<void> {
  const paths = stackPaths(fileURLToPath(new URL('../../..', import.meta.url)));
  const results = await runDoctor(createContext(paths));
  if (process.argv.includes('--json')) {
    say(JSON.stringify(results, null, 2));
  } else {
    results.forEach((result) => say(formatResult(result)));
  }
  process.exitCode = exitCodeOf(results);
}

main().catch((error: unknown) => {
  complain(describeError(error));
  process.exit(1);
});
