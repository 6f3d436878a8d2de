import type { ElasticClient, Leases } from '@spendscope/elastic';
import type { PersonaTexts } from './PersonaTexts';
import type { PersonaWriter } from './PersonaWriter';
import { readPersonaSubjects } from './personaSubjects';
import { leastCustomers } from './prompt/personaFacts';

interface Parts {
  client: ElasticClient;
  leases: Leases;
  writer: PersonaWriter;
  texts: PersonaTexts;
  now: () => Date;
}

const lease = 'persona-texts';
const leaseSeconds = 120;
/** A try that failed for a passing reason is made again after this, ms. */
const tryAgainAfter = 3_600_000;
/** The same prompt would most likely fail again: a person decides. */
const lasting: readonly (string | undefined)[] = ['check_failed', 'refused'];

/**
 * Has texts written for clusters of the newest run that have none: once, by one server. Answers how many were tried.
 */
export async function writeMissing({ client, leases, writer, texts, now }: Parts): Promise<number> {
  const subjects = (await readPersonaSubjects(client)).filter(({ segment }) => segment.size >= leastCustomers);
  const hashOf = new Map(subjects.map((subject) => [subject, writer.promptFor(subject).hash]));
  const known = await texts.newest([...hashOf.values()]);
  const due = subjects.filter((subject) => {
    const text = known.get(hashOf.get(subject)!);
    const failed = text?.source === 'rules' && !lasting.includes(text.reason);
    return !text || (failed && now().getTime() - Date.parse(text.created_at) >= tryAgainAfter);
  });
  let tried = 0;
  for (const subject of due) {
    // Taken anew for each: a text may take half a minute.
    if (!(await leases.acquire(lease, leaseSeconds))) {
      break;
    }
    await writer.write(subject, 'system:personas');
    tried++;
  }
  return tried;
}
