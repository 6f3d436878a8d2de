/** A document's value by its dotted name; undefined where there is none. */
export const valueAt = (document: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
