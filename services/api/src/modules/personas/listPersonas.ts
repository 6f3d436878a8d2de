import type { PersonaEdit, PersonaEntry, PersonaList, PersonaText, PersonaWords } from '@spendscope/contracts';
import type { Versioned } from '@spendscope/elastic';
import { etagOf } from '../../http/etag';
import { textHashOf } from './PersonaEdits';
import type { Personas } from './createPersonas';
import type { PersonaSubject } from './personaSubjects';
import { leastCustomers } from './prompt/personaFacts';

/**
 * Whose text each cluster has: a person's where one edited or pinned it, else a model's where one was written for exactly
 * these figures, else that of the rules.
 *
 * @param sub who asks, whose own verdicts are told
 */
export async function listPersonas(
  subjects: readonly PersonaSubject[],
  { writer, texts, edits }: Personas,
  sub: string
): Promise<PersonaList> {
  const runId = subjects[0]?.segment.run_id;
  const hashes = writer ? subjects.map((subject) => writer.promptFor(subject).hash) : [];
  const [state, written, edited] = await Promise.all([
    writer ? writer.state() : { on: false },
    texts.newest(hashes),
    edits.of(subjects.map(({ segment }) => segment.name)),
  ]);
  const entries = subjects.map((subject, i) => {
    const text = written.get(hashes[i] ?? '');
    const reason = !writer ? 'off' : subject.segment.size < leastCustomers ? 'too_few' : 'not_yet';
    return entryOf(subject, text ?? reason, edited.get(subject.segment.name));
  });
  const verdicts = await edits.ratings(entries.map(({ textHash }) => textHash), sub); // prettier-ignore
  const items = entries.map((entry) => ({ ...entry, ratings: verdicts.get(entry.textHash) ?? entry.ratings }));
  return { ...(runId ? { runId } : {}), writer: state, items };
}

/**
 * What stands for a cluster: what a kept try says of it (or why there is none), and what a person made of that. An edit that
 * is not pinned ends with the run whose figures it was written for.
 */
export function entryOf(
  { segment }: PersonaSubject,
  text: PersonaText | NonNullable<PersonaEntry['reason']>,
  edit?: Versioned<PersonaEdit>
): PersonaEntry {
  const written = typeof text === 'string' ? { source: 'rules' as const, reason: text } : fromTry(text);
  const original = written.words ?? wordsOfRules(segment);
  const standing = edit && (edit.document.pinned || edit.document.run_id === segment.run_id) ? edit : undefined;
  const words = standing?.document.words;
  return {
    cluster: segment.cluster,
    name: segment.name,
    ...written,
    ...(standing ? standingFields(standing, original) : {}),
    ...(words ? { words } : {}),
    textHash: textHashOf(words ?? original),
    ratings: { up: 0, down: 0 },
  };
}

function standingFields(
  { document, version }: Versioned<PersonaEdit>,
  original: PersonaWords
): Pick<PersonaEntry, 'source' | 'edit'> {
  const { by, at, pinned, run_id: runId, source } = document;
  return { source, edit: { by, at, pinned, runId, etag: etagOf(version), original } };
}

function fromTry(
  text: PersonaText
): Pick<PersonaEntry, 'source' | 'reason' | 'detail' | 'model' | 'createdAt' | 'words'> {
  return {
    source: text.source,
    ...(text.reason ? { reason: text.reason } : {}),
    ...(text.detail ? { detail: text.detail } : {}),
    model: text.model,
    createdAt: text.created_at,
    ...(text.text ? { words: text.text } : {}),
  };
}

/** The words of the rules, in the form that a person may edit. */
export const wordsOfRules = ({ description, strategies }: PersonaSubject['segment']): PersonaWords => ({
  description,
  strategies,
});
