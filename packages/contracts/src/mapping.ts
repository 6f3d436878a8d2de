import type { TArray, TObject, TProperties, TSchema } from 'typebox';

/** An Elasticsearch `properties` entry. */
export interface MappingProperty {
  type?: string;
  properties?: Record<string, MappingProperty>;
  [parameter: string]: unknown;
}

interface Annotated {
  es?: MappingProperty;
  properties?: TProperties;
  items?: TSchema;
}

function propertyOf(schema: TSchema, path: string): MappingProperty {
  const { es, properties, items } = schema as Annotated;
  if (es) {
    return es;
  }
  if (properties) {
    return { properties: mappingOf(schema as TObject, path) };
  }
  if (items) {
    return propertyOf(items, path);
  }
  throw new Error(`${path} has no Elasticsearch type: declare it with a helper of elasticTypes.ts.`);
}

/** The Elasticsearch mapping of a document schema: field name → type and parameters. */
export function mappingOf(schema: TObject, path = ''): Record<string, MappingProperty> {
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => [
      name,
      propertyOf(property, path ? `${path}.${name}` : name),
    ])
  );
}

type Leaf<Schema> = Schema extends { es: unknown }
  ? string
  : Schema extends TArray<infer Items>
    ? Leaf<Items>
    : Schema extends TObject<infer Properties>
      ? FieldNames<Properties>
      : string;

/** Dotted names of a document's fields, in the document's own shape: `fields.rfm.recency === 'rfm.recency'`. */
export type FieldNames<Properties extends TProperties> = {
  readonly [Name in keyof Properties]: Leaf<Properties[Name]>;
};

export function fieldsOf<Properties extends TProperties>(
  schema: TObject<Properties>,
  path = ''
): FieldNames<Properties> {
  const names = Object.entries(schema.properties).map(([name, property]) => {
    const dotted = path ? `${path}.${name}` : name;
    const annotated = property as Annotated;
    const inner = (annotated.items ?? annotated) as Annotated;
    return [name, !inner.es && inner.properties ? fieldsOf(inner as unknown as TObject, dotted) : dotted];
  });
  return Object.fromEntries(names) as FieldNames<Properties>;
}
