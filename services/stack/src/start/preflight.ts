import type { Check } from '../doctor/check';
import { checkDisk } from '../doctor/checks/disk';
import { checkJava } from '../doctor/checks/java';
import { checkMaven } from '../doctor/checks/maven';
import { checkMemory } from '../doctor/checks/memory';
import { checkNode } from '../doctor/checks/node';
import { createContext } from '../doctor/createContext';
import { formatResult } from '../doctor/formatResult';
import type { StackPaths } from '../paths';
import { StackError } from '../stackError';
import { say } from '../terminal';
import type { ElasticsearchKind } from './provideElasticsearch';

const always: readonly Check[] = [checkNode, checkDisk, checkMemory];
const embedded: readonly Check[] = [checkJava, checkMaven];

/**
 * What would fail minutes later is said first, a line for each with its fix.
 *
 * @throws StackError where something has to be mended before a start makes sense
 */
export async function preflight(
  paths: StackPaths,
  env: NodeJS.ProcessEnv,
  elasticsearch: ElasticsearchKind
): Promise<void> {
  const context = createContext(paths, env);
  const checks = elasticsearch === 'embedded' ? [...always, ...embedded] : always;
  const results = (await Promise.all(checks.map((check) => check(context)))).flat();
  const remarks = results.filter((result) => result.level !== 'ok');
  remarks.forEach((result) => say(formatResult(result)));
  const failed = remarks.filter((result) => result.level === 'fail');
  if (failed.length > 0) {
    throw new StackError(
      `${failed.length === 1 ? 'One thing is' : `${failed.length} things are`} missing on this machine.`,
      'Mend what is marked ✗ above, then start again; npm run doctor shows all.'
    );
  }
}
