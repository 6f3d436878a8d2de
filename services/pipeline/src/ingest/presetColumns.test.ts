import { columns, type WorldName } from '../generate/columns';
import { loadPreset } from './loadMapping';
import { type EntityName, entityNames, type FieldSource } from './mappingSchema';

/** Columns of the generator that a preset leaves out on purpose. */
const leftOut: Record<WorldName, Record<EntityName, readonly string[]>> = {
  card: { transactions: ['card_product', 'city'], customers: ['annual_fee'], actions: [] },
  play: { transactions: [], customers: [], actions: [] },
  commerce: { transactions: ['payment'], customers: [], actions: [] },
};

function columnOf(source: FieldSource): string {
  if (typeof source === 'string') {
    return source;
  }
  if ('column' in source) {
    return source.column;
  }
  throw new Error(`Not a column: ${JSON.stringify(source)}`);
}

describe.each(['card', 'play', 'commerce'] as const)('preset %s', (world) => {
  it.each(entityNames)('reads the columns that the generator writes: %s', (entity) => {
    const read = Object.values(loadPreset(world)[entity]!.fields).map(columnOf);
    expect([...read, ...leftOut[world][entity]].sort()).toEqual([...columns[world][entity]].sort());
  });
});
