import type { DetectorName } from '@spendscope/contracts';
import { type ScoringModel, rowModel, sequenceModel } from './parts';
import type { TrainedModels } from './trainParts';

/** Each trained model as one that judges transactions. */
export const judgesOf = (models: TrainedModels): Record<DetectorName, ScoringModel> => ({
  isolation_forest: rowModel(models.isolation_forest, models.evidence),
  autoencoder: rowModel(models.autoencoder, models.evidence),
  lstm: sequenceModel(models.lstm, models.evidence),
});
