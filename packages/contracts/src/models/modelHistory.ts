import Type, { type Static } from 'typebox';

/** live: decides; shadow: is compared with the live one. */
export const modelAliases = ['live', 'shadow'] as const;
export type ModelAlias = (typeof modelAliases)[number];

export const modelChangeKinds = ['trained', 'imported', 'promoted', 'rolled_back', 'shadowed'] as const;
export type ModelChangeKind = (typeof modelChangeKinds)[number];

/** As names stand in addresses and in files. */
export const modelNamePattern = '^[a-z][a-z0-9_]{0,39}$';
export const modelVersionPattern = '^[a-z][a-z0-9_]{0,39}-[0-9a-f]{8}$';

/** One version of a model, wherever it is spoken of. */
export const ModelRef = Type.Object(
  {
    version: Type.String({ description: 'as scores name it' }),
    file: Type.String({ description: 'name in the registry' }),
    content_hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false }
);
export type ModelRef = Static<typeof ModelRef>;

/**
 * One change of what a model's aliases name. Entries are numbered from 1 without a gap, written once, and each names the hash
 * of the text of the one before: the last says what is live now.
 */
export const ModelHistoryEntry = Type.Object(
  {
    model: Type.String({ pattern: modelNamePattern }),
    seq: Type.Integer({ minimum: 1 }),
    at: Type.String({ format: 'date-time' }),
    by: Type.String({ description: 'run:ID, cli:USER of the machine, or user:LOGIN of the app' }),
    approved_by: Type.Optional(Type.String({ description: 'the second person, user:LOGIN' })),
    request: Type.Optional(Type.String({ description: 'id of what the second person approved' })),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    kind: Type.Enum([...modelChangeKinds]),
    live: Type.Optional(ModelRef),
    shadow: Type.Optional(ModelRef),
    before: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the entry before; zeros before the first',
    }),
  },
  { additionalProperties: false }
);
export type ModelHistoryEntry = Static<typeof ModelHistoryEntry>;
