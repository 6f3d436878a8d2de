import Type, { type Static } from 'typebox';
import { modelNamePattern, modelVersionPattern } from '../models/modelHistory';

/** Rows of one request at most, and the bytes that so many may take. */
export const mostInferenceRows = 1_000;
export const inferenceBodyBytes = 4 * 1024 * 1024;

/** Data types of the Open Inference Protocol that are taken. */
export const tensorTypes = ['BOOL', 'INT32', 'INT64', 'FP32', 'FP64', 'BYTES'] as const;
export type TensorType = (typeof tensorTypes)[number];

const tensorHead = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  shape: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 2 }),
  datatype: Type.Enum([...tensorTypes]),
};

/** A tensor with its values, row by row, flat or nested; null is a value that is not known. */
export const InferTensor = Type.Object(
  { ...tensorHead, data: Type.Array(Type.Unknown(), { description: 'flat, or nested as the shape says' }) },
  { additionalProperties: false }
);
export type InferTensor = Static<typeof InferTensor>;

/** Body of `POST /v2/models/{name}/infer`. */
export const InferRequest = Type.Object(
  {
    id: Type.Optional(Type.String({ maxLength: 200, description: 'comes back with the answer' })),
    inputs: Type.Array(InferTensor, { minItems: 1, maxItems: 200 }),
    outputs: Type.Optional(
      Type.Array(Type.Object({ name: Type.String({ maxLength: 100 }) }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 10,
        description: 'all where left out',
      })
    ),
  },
  { additionalProperties: false }
);
export type InferRequest = Static<typeof InferRequest>;

/** Answer of `POST /v2/models/{name}/infer`. */
export const InferResponse = Type.Object({
  model_name: Type.String(),
  model_version: Type.String({ description: 'that gave the answer' }),
  id: Type.Optional(Type.String()),
  parameters: Type.Object({ threshold: Type.Number({ description: 'probability from which a customer counts as leaving' }) }), // prettier-ignore
  outputs: Type.Array(Type.Object({ ...tensorHead, data: Type.Array(Type.Number()) })),
});
export type InferResponse = Static<typeof InferResponse>;

const TensorMetadata = Type.Object({
  name: Type.String(),
  datatype: Type.Enum([...tensorTypes]),
  shape: Type.Array(Type.Integer({ description: '-1: any number of rows' })),
});
export type TensorMetadata = Static<typeof TensorMetadata>;

/** Answer of `GET /v2/models/{name}`. */
export const ModelMetadata = Type.Object({
  name: Type.String(),
  versions: Type.Array(Type.String(), { description: 'that are loaded, the live one first' }),
  platform: Type.String(),
  inputs: Type.Array(TensorMetadata, { description: 'one for each column, or all in one where it says so' }),
  outputs: Type.Array(TensorMetadata),
  description: Type.String({ description: 'what the model says, and how its columns are sent' }),
});
export type ModelMetadata = Static<typeof ModelMetadata>;

/** Answer of `GET /v2`. */
export const InferenceServer = Type.Object({
  name: Type.String(),
  version: Type.String(),
  extensions: Type.Array(Type.String()),
});
export type InferenceServer = Static<typeof InferenceServer>;

export const InferenceLive = Type.Object({ live: Type.Boolean() });
/** Answer of `GET /v2/health/ready` where it is; a problem does not keep what is loaded from serving. */
export const InferenceReady = Type.Object({
  ready: Type.Boolean(),
  problems: Type.Array(Type.String(), { description: 'why what is live is not what serves' }),
});
export type InferenceReady = Static<typeof InferenceReady>;

/** Answer of `GET /v2/models/{name}/ready`. */
export const ModelReady = Type.Object({
  name: Type.String(),
  ready: Type.Boolean(),
  version: Type.String({ description: 'that serves' }),
  problem: Type.Optional(Type.String({ description: 'why it is not the live one, or may not be' })),
});
export type ModelReady = Static<typeof ModelReady>;

/** Every refusal: what the protocol asks for, the code that other routes have too, and what to give an administrator. */
export const InferenceError = Type.Object({
  error: Type.String(),
  code: Type.String(),
  requestId: Type.String(),
});
export type InferenceError = Static<typeof InferenceError>;

export const ServedModelParams = Type.Object({ name: Type.String({ pattern: modelNamePattern }) });
export const ServedVersionParams = Type.Object({
  ...ServedModelParams.properties,
  version: Type.String({ pattern: modelVersionPattern }),
});
