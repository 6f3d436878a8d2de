import type { PersonaEntry, PersonaList, PersonaText } from '@spendscope/contracts';
import type { PersonaTexts } from './PersonaTexts';
import type { PersonaWriter } from './PersonaWriter';
import type { PersonaSubject } from './personaSubjects';
import { leastCustomers } from './prompt/personaFacts';

/** Whose text each cluster has: a model's where one was written for exactly these figures, else that of the rules. */
export async function listPersonas(
  subjects: readonly PersonaSubject[],
  writer: PersonaWriter | undefined,
  texts: PersonaTexts
): Promise<PersonaList> {
  const runId = subjects[0]?.segment.run_id;
  const run = runId ? { runId } : {};
  if (!writer) {
    return { ...run, writer: { on: false }, items: subjects.map((subject) => byRules(subject, 'off')) };
  }
  const hashes = subjects.map((subject) => writer.promptFor(subject).hash);
  const [state, found] = await Promise.all([writer.state(), texts.newest(hashes)]);
  const items = subjects.map((subject, i) => {
    const text = found.get(hashes[i]!);
    const reason = subject.segment.size < leastCustomers ? 'too_few' : 'not_yet';
    return text ? entryOf(text, subject) : byRules(subject, reason);
  });
  return { ...run, writer: state, items };
}

/** What a kept try says of the cluster that has the same figures now, whatever its number was then. */
export function entryOf(text: PersonaText, { segment }: PersonaSubject): PersonaEntry {
  return {
    cluster: segment.cluster,
    name: segment.name,
    source: text.source,
    ...(text.reason ? { reason: text.reason } : {}),
    ...(text.detail ? { detail: text.detail } : {}),
    model: text.model,
    createdAt: text.created_at,
    ...(text.text ? { words: text.text } : {}),
  };
}

const byRules = ({ segment }: PersonaSubject, reason: PersonaEntry['reason']): PersonaEntry => ({
  cluster: segment.cluster,
  name: segment.name,
  source: 'rules',
  ...(reason ? { reason } : {}),
});
