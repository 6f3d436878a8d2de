import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, integer, keyword, object, oneOf, stored } from '../elasticTypes';
import { Actor } from './interventions';
import { PersonaWords } from './personaTexts';

/** `_id` is made of the persona's name: one edit at a time, whatever the run. */
export const PersonaEdit = object({
  name: keyword('persona name, which the rules give'),
  run_id: keyword('the run whose figures the person saw'),
  cluster: integer(),
  words: stored(Type.Object(PersonaWords.properties, { additionalProperties: false })),
  source: oneOf(['person', 'model', 'rules'] as const, 'who wrote the words; a person may pin what others wrote'),
  pinned: boolean('kept over later runs until it is restored'),
  by: keyword('login'),
  at: date(),
});
export type PersonaEdit = Static<typeof PersonaEdit>;

export const personaEdits = defineIndex({
  name: 'spendscope-persona-edits',
  layout: 'single',
  version: 1,
  description: 'One document is what a person made of a persona’s text: edited, pinned, or both.',
  grafanaReads: true,
  document: PersonaEdit,
});

export const ratings = ['up', 'down'] as const;

/** `_id` is made of the person and the text: the later verdict replaces the earlier. */
export const PersonaRating = object({
  text_hash: keyword('SHA-256 of the words that were judged'),
  name: keyword('persona name'),
  run_id: keyword(),
  rating: oneOf(ratings),
  by: Actor,
  at: date(),
});
export type PersonaRating = Static<typeof PersonaRating>;

export const personaRatings = defineIndex({
  name: 'spendscope-persona-ratings',
  layout: 'single',
  version: 1,
  description: 'One document is a person’s verdict on a persona’s text.',
  grafanaReads: true,
  document: PersonaRating,
});
