import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ModelRef, type OnnxModelFile, modelSchemaId } from '@spendscope/contracts';
import type { ModelRegistry } from '@spendscope/registry';
import { churnModelName, detectorName } from '@spendscope/scoring';
import { churnNumbers } from '../../analyze/churn/churnFeatures';
import { transactionFeatureNames } from '../../analyze/detect/transactionFeatures';
import { sha256 } from '../../files/sha256';
import { UserError } from '../../userError';
import { operator } from '../registry';
import { checkOnnx } from './checkOnnx';
import { OnnxSession } from './onnxSession';

export const onnxKinds = ['churn', 'anomaly'] as const;
export type OnnxKind = (typeof onnxKinds)[number];

export interface OnnxImport {
  file: string;
  name: string;
  kind: OnnxKind;
  features: readonly string[];
  output?: string;
  /** low values mean likely to leave, or strange */
  lower: boolean;
}

/** A whole forest fits; what does not is most likely no model of a table. */
const mostBytes = 256 << 20;

export const knownFeatures: Record<OnnxKind, readonly string[]> = {
  churn: churnNumbers,
  anomaly: transactionFeatureNames,
};

/**
 * Checks a model that was trained elsewhere, stores it under its content hash with a card, and makes it the shadow of its
 * name: it is compared, and decides nothing.
 */
export async function importOnnx(registry: ModelRegistry, given: OnnxImport): Promise<ModelRef> {
  const { file, name, kind, features, lower } = given;
  checkNames(given);
  const bytes = readOnnx(file);
  const session = await openSession(bytes, file);
  try {
    const place = await checkOnnx(session, file, features.length, given.output);
    const saved = await registry.save(name, {
      $schema: modelSchemaId,
      format: 'spendscope-onnx',
      version: 1,
      features: [...features],
      card: {
        what: `${kind === 'churn' ? 'How likely a customer leaves' : 'How strange a transaction is'}, by a model that was trained elsewhere.`,
        algorithm: `ONNX, imported from ${basename(file)}`,
        parameters: { onnx_sha256: sha256(bytes) },
        data: { inputs: [] },
        metrics: {},
        intended_use: 'Beside the live model, for comparison: its scores decide nothing.',
        limits: ['What it learnt from, and how good it was there, is not known here.'],
      },
      ...{ kind, ...place, higher_is_more: !lower },
      onnx: bytes.toString('base64'),
    } satisfies Omit<OnnxModelFile, 'content_hash'>);
    const reason = `Imported from ${basename(file)}.`;
    await registry.makeShadow(name, saved, { at: new Date(), by: operator(), reason, kind: 'imported' });
    return saved;
  } finally {
    await session.close();
  }
}

async function openSession(bytes: Uint8Array, file: string): Promise<OnnxSession> {
  try {
    return await OnnxSession.open(bytes);
  } catch (cause) {
    const said = (cause instanceof Error ? cause.message : String(cause))
      .split('\n')[0]!
      .replace(/^.*ERROR_MESSAGE: /, '');
    throw new UserError(`${file} is no ONNX model that can be run: ${said}`, 'Export it again.', { cause });
  }
}

function checkNames({ name, kind, features }: OnnxImport): void {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(name)) {
    throw new UserError(`"${name}" is no name of a model.`, 'Up to 40 of a-z, 0-9 and _, a letter first.');
  }
  if (name === churnModelName || name === detectorName) {
    throw new UserError(`"${name}" is the name of a model of ours.`, 'Give the imported one another.');
  }
  const unknown = features.filter((feature) => !knownFeatures[kind].includes(feature));
  if (unknown.length > 0) {
    throw new UserError(
      `There is no feature ${unknown.map((feature) => `"${feature}"`).join(', ')} for ${kind}.`,
      `Known are: ${knownFeatures[kind].join(', ')}.`
    );
  }
  const twice = features.find((feature, i) => features.indexOf(feature) !== i);
  if (twice) {
    throw new UserError(`The feature "${twice}" is named twice.`, 'Name each once, in the order of the model.');
  }
}

function readOnnx(file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new UserError(`${file} cannot be read.`, 'Check the path.', { cause });
  }
  if (bytes.length > mostBytes) {
    throw new UserError(`${file} has ${bytes.length >> 20} MiB; at most ${mostBytes >> 20} can be imported.`);
  }
  return bytes;
}
