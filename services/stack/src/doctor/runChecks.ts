import type { Check, CheckResult, DoctorContext } from './check';
import { checkBindAddress } from './checks/bindAddress';
import { checkCertificates } from './checks/certificates';
import { checkChromium } from './checks/chromium';
import { checkDisk } from './checks/disk';
import { checkDocker } from './checks/docker';
import { checkElasticsearch } from './checks/elasticsearchAnswers';
import { checkJava } from './checks/java';
import { checkJobs } from './checks/jobs';
import { checkKibana } from './checks/kibana';
import { checkLogs } from './checks/logs';
import { checkMaven } from './checks/maven';
import { checkMaxMapCount } from './checks/maxMapCount';
import { checkMemory } from './checks/memory';
import { checkMemoryLock } from './checks/memoryLock';
import { checkNode } from './checks/node';
import { checkPorts } from './checks/ports';
import { checkSecurity } from './checks/security';
import { checkSingleNode } from './checks/singleNode';
import { checkTemplates } from './checks/templates';
import { checkUsers } from './checks/users';
import { checkVersions } from './checks/versions';

const machine: readonly Check[] = [checkNode, checkJava, checkMaven, checkDocker, checkChromium];
const room: readonly Check[] = [
  checkPorts,
  checkBindAddress,
  checkDisk,
  checkMemory,
  checkMemoryLock,
  checkMaxMapCount,
];
const server: readonly Check[] = [
  checkElasticsearch,
  checkSingleNode,
  checkSecurity,
  checkUsers,
  checkCertificates,
  checkVersions,
  checkTemplates,
  checkKibana,
  checkJobs,
  checkLogs,
];

/** Everything that the doctor looks at, in the order in which it is shown. */
export async function runChecks(context: DoctorContext): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of [...machine, ...room, ...server]) {
    results.push(...(await check(context)));
  }
  return results;
}

/** 1 where something has to be mended before the stack works, else 0. */
export function exitCodeOf(results: readonly CheckResult[]): 0 | 1 {
  return results.some((result) => result.level === 'fail') ? 1 : 0;
}
