import Type, { type Static } from 'typebox';
import { ratings } from '../indices/personaEdits';
import { PersonaWords, fallbackReasons } from '../indices/personaTexts';

/** What a person made of a text, and the version that the next change has to name. */
export const PersonaEditState = Type.Object({
  by: Type.String({ description: 'login' }),
  at: Type.String(),
  pinned: Type.Boolean(),
  etag: Type.String({ description: 'for If-Match' }),
  runId: Type.String({ description: 'the run whose figures the person saw; an older one makes the text stale' }),
  original: Type.Optional(PersonaWords),
});
export type PersonaEditState = Static<typeof PersonaEditState>;

/** The text of one cluster of the newest run; without `words` the text of the rules stands, which the segment has. */
export const PersonaEntry = Type.Object({
  cluster: Type.Integer(),
  name: Type.String(),
  source: Type.Enum(['person', 'model', 'rules']),
  reason: Type.Optional(Type.Enum([...fallbackReasons])),
  detail: Type.Optional(Type.String()),
  model: Type.Optional(Type.String()),
  createdAt: Type.Optional(Type.String()),
  words: Type.Optional(PersonaWords),
  edit: Type.Optional(PersonaEditState),
  textHash: Type.String({ description: 'of the words that stand; a rating names it' }),
  ratings: Type.Object({ up: Type.Integer(), down: Type.Integer(), own: Type.Optional(Type.Enum([...ratings])) }),
});
export type PersonaEntry = Static<typeof PersonaEntry>;

/** The language model that writes; all but `on` absent while none is configured. The key is never told. */
export const PersonaWriterState = Type.Object({
  on: Type.Boolean(),
  provider: Type.Optional(Type.String()),
  model: Type.Optional(Type.String()),
  locale: Type.Optional(Type.String()),
  circuit: Type.Optional(Type.Enum(['closed', 'open', 'half-open'])),
  today: Type.Optional(
    Type.Object({
      calls: Type.Integer(),
      callsPerDay: Type.Integer(),
      tokens: Type.Integer(),
      tokensPerDay: Type.Integer(),
    })
  ),
});
export type PersonaWriterState = Static<typeof PersonaWriterState>;

/** Answer of `GET /v1/personas`. */
export const PersonaList = Type.Object({
  runId: Type.Optional(Type.String()),
  writer: PersonaWriterState,
  items: Type.Array(PersonaEntry),
});
export type PersonaList = Static<typeof PersonaList>;

/** Answer of `GET /v1/personas/{cluster}/prompt`: all that leaves, or would leave, the system. */
export const PersonaPrompt = Type.Object({
  version: Type.Integer(),
  system: Type.String(),
  user: Type.String(),
  tooFew: Type.Boolean({ description: 'the cluster has too few customers: nothing is sent of it' }),
  hash: Type.Optional(Type.String({ description: 'absent while no language model is configured' })),
  body: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'of the request, whole, as the endpoint gets it; absent while no language model is configured',
    })
  ),
});
export type PersonaPrompt = Static<typeof PersonaPrompt>;

/** Body of `POST /v1/personas/{cluster}/regenerate`: the run that the person saw. */
export const PersonaRegeneration = Type.Object({ runId: Type.String() }, { additionalProperties: false });
export type PersonaRegeneration = Static<typeof PersonaRegeneration>;

/** Body of `PUT /v1/personas/{cluster}`: the words that are to stand, and whether they outlast the run. */
export const PersonaEditRequest = Type.Object(
  { runId: Type.String(), words: PersonaWords, pinned: Type.Boolean() },
  { additionalProperties: false }
);
export type PersonaEditRequest = Static<typeof PersonaEditRequest>;

/** Body of `POST /v1/personas/{cluster}/ratings`; `none` takes the own verdict back. */
export const PersonaRatingRequest = Type.Object(
  {
    runId: Type.String(),
    textHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    rating: Type.Enum([...ratings, 'none']),
  },
  { additionalProperties: false }
);
export type PersonaRatingRequest = Static<typeof PersonaRatingRequest>;
