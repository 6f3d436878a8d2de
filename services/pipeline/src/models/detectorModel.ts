import {
  Autoencoder,
  type AutoencoderJson,
  type Calibration,
  IsolationForest,
  type IsolationForestJson,
  Lstm,
  type LstmJson,
  TailEvidence,
  type TailEvidenceJson,
  calibrationFromJSON,
} from '@spendscope/analytics';
import { type DetectorName, type ModelFile, type ModelRef, modelSchemaId } from '@spendscope/contracts';
import { type ModelRegistry, versionOf } from '@spendscope/registry';
import { detectorName } from '@spendscope/scoring';
import type { Baseline } from '../analyze/detect/baseline';
import { type DetectorPart, type ScoringModel, rowModel, sequenceModel } from '../analyze/detect/parts';
import type { LabelledPatterns } from '../feedback/labelledPatterns';
import { UserError } from '../userError';

export { detectorName };

const fileVersion = 4;

/** What is kept of a detector: enough to score one more transaction exactly as the run did. */
export interface DetectorFile extends ModelFile {
  format: 'spendscope-detector';
  version: typeof fileVersion;
  models: {
    isolation_forest: CalibratedModel<IsolationForestJson>;
    autoencoder: CalibratedModel<AutoencoderJson>;
    lstm: CalibratedModel<LstmJson>;
  };
  /** what the models take instead of the features */
  evidence: TailEvidenceJson;
  /** of the models' scores together */
  combination: Calibration;
  /** stands in for customers with little history */
  population: Baseline;
  /** what people judged, so that the live feed lowers what the run lowers */
  labelled: LabelledPatterns;
  timeZone: string;
  currency: string;
  world: string;
}

interface CalibratedModel<Json> {
  model: Json;
  calibration: Calibration;
  weight: number;
}

export interface Detector {
  /** begins with the content's hash, so that equal models have equal versions */
  version: string;
  contentHash: string;
  file: string;
  features: readonly string[];
  parts: DetectorPart[];
  combination: Calibration;
  population: Baseline;
  labelled: LabelledPatterns;
  timeZone: string;
  currency: string;
  world: string;
}

type DetectorContent = Omit<DetectorFile, 'content_hash' | '$schema' | 'format' | 'version'>;

/** Saves the model under its content hash; nothing is live by that. The file holds no times: same input, same bytes. */
export async function saveDetector(registry: ModelRegistry, content: DetectorContent): Promise<Detector> {
  const saved = await registry.save(detectorName, {
    $schema: modelSchemaId,
    format: 'spendscope-detector',
    version: fileVersion,
    ...content,
  } satisfies Omit<DetectorFile, 'content_hash'>);
  return loadDetector(registry, saved);
}

/**
 * @param wanted absent: the live one
 * @throws UserError where there is no model, RegistryError where its content is not what its name says
 */
export async function loadDetector(registry: ModelRegistry, wanted?: ModelRef): Promise<Detector> {
  const ref = wanted ?? (await registry.head(detectorName)).live;
  if (!ref) {
    throw new UserError('There is no model yet.', 'Run "spendscope analyze" first.');
  }
  const { file } = ref;
  const content = (await registry.readRef(ref)) as DetectorFile;
  const contentHash = content.content_hash;
  if (content.format !== 'spendscope-detector' || content.version !== fileVersion) {
    throw new UserError(`The model ${file} is of another version.`, 'Run "spendscope analyze" to make a new one.');
  }
  return {
    version: versionOf(detectorName, contentHash),
    contentHash,
    file,
    features: content.features,
    parts: partsOf(content.models, TailEvidence.fromJSON(content.evidence)),
    combination: calibrationFromJSON(content.combination),
    population: content.population,
    labelled: content.labelled,
    timeZone: content.timeZone,
    currency: content.currency,
    world: content.world,
  };
}

function partsOf(
  { isolation_forest: forest, autoencoder, lstm }: DetectorFile['models'],
  evidence: TailEvidence
): DetectorPart[] {
  // prettier-ignore
  const part = (name: DetectorName, model: ScoringModel, kept: CalibratedModel<unknown>): DetectorPart => {
    return { name, model, calibration: calibrationFromJSON(kept.calibration), weight: kept.weight };
  };
  return [
    part('isolation_forest', rowModel(IsolationForest.fromJSON(forest.model), evidence), forest),
    part('autoencoder', rowModel(Autoencoder.fromJSON(autoencoder.model), evidence), autoencoder),
    part('lstm', sequenceModel(Lstm.fromJSON(lstm.model), evidence), lstm),
  ];
}
