import Type, { type Static } from 'typebox';
import { PersonaWords, fallbackReasons } from '../indices/personaTexts';

/** The text of one cluster of the newest run; without `words` the text of the rules stands, which the segment has. */
export const PersonaEntry = Type.Object({
  cluster: Type.Integer(),
  name: Type.String(),
  source: Type.Enum(['model', 'rules']),
  reason: Type.Optional(Type.Enum([...fallbackReasons])),
  detail: Type.Optional(Type.String()),
  model: Type.Optional(Type.String()),
  createdAt: Type.Optional(Type.String()),
  words: Type.Optional(PersonaWords),
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
  hash: Type.String(),
  system: Type.String(),
  user: Type.String(),
});
export type PersonaPrompt = Static<typeof PersonaPrompt>;

/** Body of `POST /v1/personas/{cluster}/regenerate`: the run that the person saw. */
export const PersonaRegeneration = Type.Object({ runId: Type.String() }, { additionalProperties: false });
export type PersonaRegeneration = Static<typeof PersonaRegeneration>;
