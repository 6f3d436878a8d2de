import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Calibration,
  IsolationForest,
  type IsolationForestJson,
  calibrationFromJSON,
} from '@spendscope/analytics';
import type { Baseline } from '../analyze/detect/baseline';
import { UserError } from '../userError';
import { liveModels, saveModel } from './registry';

export const detectorName = 'isolation_forest';

/** What is kept of a detector: enough to score one more transaction exactly as the run did. */
export interface DetectorFile {
  format: 'spendscope-detector';
  version: 1;
  features: string[];
  forest: IsolationForestJson;
  calibration: Calibration;
  /** stands in for customers with little history */
  population: Baseline;
  timeZone: string;
  currency: string;
  world: string;
}

export interface Detector {
  /** begins with the content's hash, so that equal models have equal versions */
  version: string;
  contentHash: string;
  file: string;
  forest: IsolationForest;
  calibration: Calibration;
  population: Baseline;
  timeZone: string;
  currency: string;
  world: string;
}

/** Saves the model under its content hash and makes it the live one. The file holds no times: same input, same bytes. */
export function saveDetector(registry: string, content: Omit<DetectorFile, 'format' | 'version'>): Detector {
  const { file } = saveModel(registry, detectorName, {
    format: 'spendscope-detector',
    version: 1,
    ...content,
  } satisfies DetectorFile);
  return loadDetector(registry, file);
}

/** @throws UserError where there is no model, or its content is not what its name says. */
export function loadDetector(registry: string, name?: string): Detector {
  const file = name ?? liveModels(registry)[detectorName];
  if (!file) {
    throw new UserError('There is no model yet.', 'Run "spendscope analyze" first.');
  }
  const json = readFileSync(join(registry, file), 'utf8');
  const contentHash = createHash('sha256').update(json).digest('hex');
  if (!file.includes(contentHash.slice(0, 16))) {
    throw new UserError(
      `The model ${file} was changed after it was saved.`,
      'Run "spendscope analyze" to make a new one.'
    );
  }
  const content = JSON.parse(json) as DetectorFile;
  return {
    version: `if-${contentHash.slice(0, 8)}`,
    contentHash,
    file,
    forest: IsolationForest.fromJSON(content.forest),
    calibration: calibrationFromJSON(content.calibration),
    population: content.population,
    timeZone: content.timeZone,
    currency: content.currency,
    world: content.world,
  };
}
