import Type, { type Static } from 'typebox';
import { RunInput } from '../indices/operations';

/** Name of the JSON Schema that a model file follows, published in docs/model-file.schema.json. */
export const modelSchemaId = 'urn:spendscope:model:1';

export const modelFormats = ['spendscope-detector', 'spendscope-churn', 'spendscope-onnx'] as const;
export type ModelFormat = (typeof modelFormats)[number];

/** What a model is, what it learnt from, how good it is, and what it is not for. */
export const ModelCard = Type.Object(
  {
    what: Type.String({ description: 'what the model says of whom' }),
    algorithm: Type.String(),
    target: Type.Optional(Type.String({ description: 'what it was taught to tell' })),
    seed: Type.Optional(Type.Integer()),
    parameters: Type.Record(Type.String(), Type.Unknown()),
    data: Type.Object(
      {
        world: Type.Optional(Type.String()),
        from: Type.Optional(Type.String({ description: 'first instant of the data' })),
        to: Type.Optional(Type.String({ description: 'last instant of the data' })),
        rows: Type.Optional(Type.Integer({ description: 'rows that it learnt from' })),
        inputs: Type.Array(RunInput, { description: 'the data with its hashes; empty where it is not known' }),
      },
      { additionalProperties: false }
    ),
    metrics: Type.Record(Type.String(), Type.Number()),
    intended_use: Type.String(),
    limits: Type.Array(Type.String()),
  },
  { additionalProperties: false }
);
export type ModelCard = Static<typeof ModelCard>;

/** The parts that every model file has; what the model itself consists of stands beside them. */
export const ModelFile = Type.Object(
  {
    content_hash: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the file’s text without this field and its comma',
    }),
    $schema: Type.Literal(modelSchemaId),
    format: Type.Enum([...modelFormats]),
    version: Type.Integer({ description: 'of the format; another one is refused' }),
    features: Type.Array(Type.String(), { description: 'columns that it takes, in their order' }),
    card: ModelCard,
  },
  { $id: modelSchemaId, title: 'A model of Spendscope', additionalProperties: true }
);
export type ModelFile = Static<typeof ModelFile>;

/** A model that was trained elsewhere and came as ONNX. */
export const OnnxModelFile = Type.Object(
  {
    ...ModelFile.properties,
    format: Type.Literal('spendscope-onnx'),
    kind: Type.Enum(['churn', 'anomaly']),
    input: Type.String({ description: 'tensor of [rows, features]' }),
    dtype: Type.Enum(['float32', 'float64']),
    output: Type.String({ description: 'tensor of [rows], [rows, 1] or, class 1 last, [rows, 2]' }),
    higher_is_more: Type.Boolean({ description: 'whether a high score means likely to leave, or strange' }),
    onnx: Type.String({ description: 'the file, base64' }),
  },
  { additionalProperties: false }
);
export type OnnxModelFile = Static<typeof OnnxModelFile>;
