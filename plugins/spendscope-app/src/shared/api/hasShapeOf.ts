import type { Static, TSchema } from '@spendscope/contracts';

interface JsonSchema {
  type?: string;
  required?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

function matches(schema: JsonSchema, data: unknown): boolean {
  switch (schema.type) {
    case 'object':
      return (
        isRecord(data) &&
        (schema.required ?? []).every(
          (name) => data[name] !== undefined && matches(schema.properties?.[name] ?? {}, data[name])
        )
      );
    case 'array':
      return Array.isArray(data);
    case 'string':
    case 'boolean':
      return typeof data === schema.type;
    case 'number':
    case 'integer':
      return typeof data === 'number';
    default:
      return true;
  }
}

/**
 * Whether an answer has what the schema requires: objects with their required fields, lists where lists are due. Items of
 * lists and the values of enumerations are not looked at, so that a newer service may say more than this plugin knows.
 */
export const hasShapeOf = <Schema extends TSchema>(schema: Schema, data: unknown): data is Static<Schema> =>
  matches(schema as JsonSchema, data);
