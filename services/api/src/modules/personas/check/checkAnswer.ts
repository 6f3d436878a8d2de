import { PersonaWords } from '@spendscope/contracts';
import Value from 'typebox/value';
import type { PersonaFacts } from '../prompt/personaFacts';
import { forbidden } from './forbidden';
import { isGiven } from './givenNumber';
import { isPlanned } from './isPlanned';
import { writtenNumbers } from './writtenNumbers';

export type Checked = { ok: true; words: PersonaWords } | { ok: false; found: string };

const fault = (found: string): Checked => ({ ok: false, found });

/** An answer is what a stranger wrote until it has the shape asked for, invents no number and says nothing forbidden. */
export function checkAnswer(answer: string, facts: PersonaFacts): Checked {
  let words: unknown;
  try {
    words = JSON.parse(answer);
  } catch {
    return fault('The answer is no JSON.');
  }
  if (!Value.Check(PersonaWords, words)) {
    const [first] = Value.Errors(PersonaWords, words);
    return fault(
      `The answer has not the shape asked for: ${first?.instancePath || '/'} ${first?.message ?? ''}`.trim()
    );
  }
  const { description, strategies } = words;
  const plans = strategies.flatMap((strategy) => Object.values(strategy));
  const bad = [description, ...plans].flatMap((text) => forbidden(text) ?? [])[0];
  if (bad) {
    return fault(`The answer holds ${bad}.`);
  }
  const invented =
    writtenNumbers(description).find((number) => !isGiven(number, facts.figures)) ??
    plans.flatMap(writtenNumbers).find((number) => !isPlanned(number));
  return invented ? fault(`The number "${invented.text}" was not given.`) : { ok: true, words };
}
