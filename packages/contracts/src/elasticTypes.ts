import Type, { type TSchema, type TSchemaOptions } from 'typebox';

/**
 * Field types: a TypeBox schema that also carries the Elasticsearch mapping of the field, so that one declaration is
 * validator, TypeScript type and mapping at once.
 */
interface ElasticMapping {
  type: string;
  [parameter: string]: unknown;
}

const described = (mapping: ElasticMapping, description?: string): TSchemaOptions => ({
  es: mapping,
  ...(description ? { description } : {}),
});

export const keyword = (description?: string) =>
  Type.String(described({ type: 'keyword', ignore_above: 1024 }, description));
export const text = (description?: string) => Type.String(described({ type: 'text' }, description));
export const ip = (description?: string) => Type.String(described({ type: 'ip' }, description));
/** An instant, ISO 8601 in UTC. */
export const date = (description?: string) =>
  Type.String({ ...described({ type: 'date' }, description), format: 'date-time' });
export const float = (description?: string) => Type.Number(described({ type: 'float' }, description));
export const double = (description?: string) => Type.Number(described({ type: 'double' }, description));
export const integer = (description?: string) => Type.Integer(described({ type: 'integer' }, description));
export const long = (description?: string) => Type.Integer(described({ type: 'long' }, description));
export const boolean = (description?: string) => Type.Boolean(described({ type: 'boolean' }, description));
export const geoPoint = (description?: string) =>
  Object.assign(Type.Object({ lat: Type.Number(), lon: Type.Number() }), {
    es: { type: 'geo_point' } as ElasticMapping,
    ...(description ? { description } : {}),
  });
/** A closed set of keywords. */
export const oneOf = <const Values extends readonly string[]>(values: Values, description?: string) =>
  Type.Enum<[...Values]>([...values], described({ type: 'keyword' }, description));
/** Kept in the document, searchable by nothing: for what is only shown. */
export const stored = <Schema extends TSchema>(schema: Schema, description?: string): Schema =>
  Object.assign(schema, described({ type: 'object', enabled: false }, description));

export const optional = Type.Optional;
export const list = <Schema extends TSchema>(items: Schema) => Type.Array(items);
export const object: typeof Type.Object = (properties, options) =>
  Type.Object(properties, { additionalProperties: false, ...options });
