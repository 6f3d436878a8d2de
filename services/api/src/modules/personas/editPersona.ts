import type { PersonaEdit, PersonaEditRequest } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import { textHashOf } from './PersonaEdits';
import { forbidden } from './check/forbidden';
import type { Personas } from './createPersonas';
import { wordsOfRules } from './listPersonas';
import type { PersonaSubject } from './personaSubjects';

/** What a person asked for, as it is kept. @throws ApiError 422 where the words hold what no card may say */
export async function newEdit(
  { writer, texts }: Personas,
  subject: PersonaSubject,
  { words, pinned }: PersonaEditRequest,
  { login, at }: { login: string; at: Date }
): Promise<PersonaEdit> {
  const found = [words.description, ...words.strategies.flatMap((strategy) => Object.values(strategy))]
    .flatMap((text) => forbidden(text) ?? [])[0]; // prettier-ignore
  if (found) {
    throw new ApiError(422, 'text_forbidden', `The text holds ${found}, which no card may. Change it.`);
  }
  const { segment } = subject;
  const hash = writer?.promptFor(subject).hash;
  const written = hash ? (await texts.newest([hash])).get(hash)?.text : undefined;
  const same = (other: PersonaEdit['words'] | undefined): boolean => !!other && textHashOf(other) === textHashOf(words);
  return {
    name: segment.name,
    run_id: segment.run_id,
    cluster: segment.cluster,
    words,
    source: same(written) ? 'model' : same(wordsOfRules(segment)) ? 'rules' : 'person',
    pinned,
    by: login,
    at: at.toISOString(),
  };
}

export const editConflict = (): ApiError =>
  new ApiError(412, 'changed_meanwhile', 'Somebody else changed this text since you read it. Load it again.');
