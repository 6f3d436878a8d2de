import Type, { type TSchema } from 'typebox';
import { responses } from './responses';

/** Described, not checked here: a missing key is answered by name, not as an invalid header. */
export const EffectHeaders = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'required: 1 to 255 visible characters' })),
});

export const ConditionalHeaders = Type.Object({
  ...EffectHeaders.properties,
  'if-match': Type.Optional(Type.String({ description: 'required: ETag of what is acted on, as it was read' })),
});

/** Schema of a route that changes something once, whatever it is asked with the same key. */
export const effectSchema = <Body extends TSchema, const Successes extends Record<number, TSchema>>(
  summary: string,
  body: Body,
  successes: Successes
): {
  summary: string;
  headers: typeof EffectHeaders;
  body: Body;
  response: ReturnType<typeof responses<Successes>>;
} => ({ summary, headers: EffectHeaders, body, response: responses(successes) });
