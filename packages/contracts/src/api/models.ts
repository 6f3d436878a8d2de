import Type, { type Static } from 'typebox';
import { ModelRequest } from '../indices/modelRequests';
import { ModelComparison } from '../models/modelComparison';
import { ModelCard, modelFormats } from '../models/modelFile';
import {
  ModelHistoryEntry,
  ModelRef,
  modelAliases,
  modelNamePattern,
  modelVersionPattern,
} from '../models/modelHistory';
import { ModelTrial } from '../models/modelTrial';

const reason = Type.String({ minLength: 3, maxLength: 1000, description: 'stays in the history: no personal data' });

export const ModelParams = Type.Object({ name: Type.String({ pattern: modelNamePattern }) });
export const ModelVersionParams = Type.Object({
  ...ModelParams.properties,
  version: Type.String({ pattern: modelVersionPattern }),
});
export const ModelRequestParams = Type.Object({
  ...ModelParams.properties,
  id: Type.String({ pattern: '^mr-[0-9a-f]{24}$' }),
});

/** Body of `POST /v1/models/{name}/promotions`. */
export const PromotionRequest = Type.Object(
  { version: Type.String({ pattern: modelVersionPattern }), reason },
  { additionalProperties: false }
);
export type PromotionRequest = Static<typeof PromotionRequest>;

/** Body of `POST /v1/models/{name}/rollbacks`: back to what was live before. */
export const RollbackRequest = Type.Object({ reason }, { additionalProperties: false });
export type RollbackRequest = Static<typeof RollbackRequest>;

/** Body of `POST /v1/models/{name}/requests/{id}`: a second person's word, or the requester's own cancel. */
export const ModelDecision = Type.Object(
  {
    decision: Type.Enum(['approve', 'reject', 'cancel']),
    payloadHash: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'of the request as it was read' }),
    comment: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false }
);
export type ModelDecision = Static<typeof ModelDecision>;

export const ModelRequestResult = Type.Object({
  request: ModelRequest,
  entry: Type.Optional(ModelHistoryEntry),
});
export type ModelRequestResult = Static<typeof ModelRequestResult>;

/** One version, as the list shows it. */
export const ListedModelVersion = Type.Object({
  version: Type.String(),
  file: Type.String(),
  alias: Type.Optional(Type.Enum([...modelAliases])),
  trainedAt: Type.Optional(Type.String({ description: 'absent where no run has announced it' })),
  card: Type.Optional(ModelCard),
  comparison: Type.Optional(ModelComparison),
  trial: Type.Optional(ModelTrial),
});
export type ListedModelVersion = Static<typeof ListedModelVersion>;

export const ListedModel = Type.Object({
  name: Type.String(),
  /** To be sent as `If-Match` with what is asked for. */
  etag: Type.String(),
  seq: Type.Integer({ description: 'entries of its history' }),
  live: Type.Optional(ModelRef),
  shadow: Type.Optional(ModelRef),
  rollbackTo: Type.Optional(ModelRef),
  versions: Type.Array(ListedModelVersion, { description: 'newest first' }),
  moreVersions: Type.Integer({ description: 'that the list leaves out' }),
  requests: Type.Array(ModelRequest, { description: 'what waits for a second person, oldest first' }),
  problem: Type.Optional(Type.String({ description: 'why its history is not believed' })),
});
export type ListedModel = Static<typeof ListedModel>;

/** Answer of `GET /v1/models`. */
export const ModelList = Type.Object({
  place: Type.Enum(['folder', 'bucket'], { description: 'where the registry is' }),
  items: Type.Array(ListedModel),
});
export type ModelList = Static<typeof ModelList>;

/** Answer of `GET /v1/models/{name}/history`, newest first; its ETag is the number of entries. */
export const ModelHistory = Type.Object({ name: Type.String(), items: Type.Array(ModelHistoryEntry) });
export type ModelHistory = Static<typeof ModelHistory>;

/** Answer of `GET /v1/models/{name}/versions/{version}`, read from its file and checked. */
export const ModelVersionDetail = Type.Object({
  ...ModelRef.properties,
  alias: Type.Optional(Type.Enum([...modelAliases])),
  format: Type.Enum([...modelFormats]),
  formatVersion: Type.Integer(),
  features: Type.Array(Type.String()),
  card: ModelCard,
});
export type ModelVersionDetail = Static<typeof ModelVersionDetail>;
