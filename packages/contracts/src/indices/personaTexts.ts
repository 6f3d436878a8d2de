import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, integer, keyword, object, optional, oneOf, stored, text } from '../elasticTypes';
import { Strategy } from './strategy';

/** Bounds of a persona's words: characters of the description, and how many strategies. */
export const personaBounds = { description: { least: 20, most: 500 }, strategies: { least: 3, most: 5 } } as const;
const { description, strategies } = personaBounds;

/** What is said of a persona in words; its figures are never part of it. */
export const PersonaWords = Type.Object(
  {
    description: Type.String({
      minLength: description.least,
      maxLength: description.most,
      description: 'who they are, in one or two sentences',
    }),
    strategies: Type.Array(Strategy, { minItems: strategies.least, maxItems: strategies.most }),
  },
  { additionalProperties: false }
);
export type PersonaWords = Static<typeof PersonaWords>;

/** Why a card shows the text of the rules though a language model was to write it. */
export const fallbackReasons = [
  'off',
  'too_few',
  'budget',
  'circuit_open',
  'timeout',
  'rate_limited',
  'unreachable',
  'refused',
  'check_failed',
  'not_yet',
] as const;
export type FallbackReason = (typeof fallbackReasons)[number];

export const PersonaText = object({
  run_id: keyword(),
  cluster: integer(),
  name: keyword('persona name, which the rules give'),
  locale: keyword(),
  prompt_hash: keyword('SHA-256 of all that was to be sent, and to which model'),
  prompt_version: integer(),
  provider: keyword(),
  model: keyword(),
  source: oneOf(['model', 'rules'] as const, 'rules: the try failed and the text of the rules stands'),
  reason: optional(oneOf(fallbackReasons)),
  detail: optional(text('what the check of the answer found')),
  calls: integer('requests sent'),
  tokens: integer('as reported, else estimated'),
  text: optional(stored(Type.Object(PersonaWords.properties, { additionalProperties: false }))),
  by: keyword('login, or system'),
  created_at: date(),
});
export type PersonaText = Static<typeof PersonaText>;

export const personaTexts = defineIndex({
  name: 'spendscope-persona-texts',
  layout: 'single',
  version: 2,
  description: 'One document is a try to have a persona’s text written by a language model.',
  grafanaReads: true,
  document: PersonaText,
});
