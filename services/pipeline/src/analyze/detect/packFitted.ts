import {
  Autoencoder,
  type AutoencoderJson,
  IsolationForest,
  type IsolationForestJson,
  Lstm,
  type LstmJson,
  TailEvidence,
  type TailEvidenceJson,
} from '@spendscope/analytics';
import type { Baseline } from './baseline';
import type { FittedModels } from './trainDetector';

/** Fitted detectors as plain data, which a file or another thread takes. */
export interface PackedModels {
  evidence: TailEvidenceJson;
  isolation_forest: IsolationForestJson;
  autoencoder: AutoencoderJson;
  lstm: LstmJson;
  population: Baseline;
  scale: FittedModels['scale'];
}

export function packFitted({ models, population, scale }: FittedModels): PackedModels {
  const { evidence, isolation_forest: forest, autoencoder, lstm } = models;
  return {
    evidence: evidence.toJSON(),
    isolation_forest: forest.toJSON(),
    autoencoder: autoencoder.toJSON(),
    lstm: lstm.toJSON(),
    population,
    scale,
  };
}

export function unpackFitted({
  evidence,
  isolation_forest: forest,
  autoencoder,
  lstm,
  population,
  scale,
}: PackedModels): FittedModels {
  return {
    models: {
      evidence: TailEvidence.fromJSON(evidence),
      isolation_forest: IsolationForest.fromJSON(forest),
      autoencoder: Autoencoder.fromJSON(autoencoder),
      lstm: Lstm.fromJSON(lstm),
    },
    population,
    scale,
  };
}
