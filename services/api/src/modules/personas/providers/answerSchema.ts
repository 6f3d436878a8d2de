import { PersonaWords } from '@spendscope/contracts';

const kept = new Set(['type', 'description', 'properties', 'required', 'items', 'minItems', 'maxItems', 'additionalProperties']); // prettier-ignore

/** The answer's JSON schema in the words that every endpoint knows; lengths are checked when the answer is here. */
export const answerSchema: unknown = simplified(PersonaWords);

function simplified(schema: unknown, ofNames = false): unknown {
  if (Array.isArray(schema) || typeof schema !== 'object' || schema === null) {
    return schema;
  }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => ofNames || kept.has(key))
      .map(([key, value]) => [key, simplified(value, key === 'properties')])
  );
}
