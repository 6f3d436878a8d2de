import type { EntityName, FieldSource, Mapping } from '../ingest/mappingSchema';
import { UserError } from '../userError';

/** @throws UserError where a mapping lacks what a stream brings, or needs what messages have not */
export function requireStreamable(mapping: Mapping, entities: Iterable<EntityName>): void {
  for (const entity of entities) {
    const known = mapping[entity];
    if (!known) {
      throw new UserError(
        `The mapping has no ${entity}, but the stream brings some.`,
        `Add "${entity}" to the mapping, or leave their topics out of the stream file (actions: []).`
      );
    }
    const numbered = Object.entries(known.fields).find(([, source]) => isNumbered(source));
    if (numbered) {
      throw new UserError(
        `The mapping numbers rows for ${entity}.${numbered[0]}, and messages have no numbers.`,
        'Name a key of the message that holds an id of its own.'
      );
    }
  }
}

const isNumbered = (source: FieldSource): boolean => typeof source === 'object' && 'numbered' in source;
