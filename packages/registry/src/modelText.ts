import { ModelFile, OnnxModelFile } from '@spendscope/contracts';
import { Value } from 'typebox/value';
import { RegistryError } from './registryError';
import { sha256 } from './sha256';

/** What every model file has, and what this one consists of. */
export type ModelContent = Omit<ModelFile, 'content_hash'> & Record<string, unknown>;

const head = /^\{"content_hash":"([0-9a-f]{64})",/;

/** A model file's text: its content's hash first, then the content. The same content gives the same bytes. */
export function writeModelText(content: Omit<ModelFile, 'content_hash'>): { text: string; contentHash: string } {
  const json = JSON.stringify(content);
  const contentHash = sha256(json);
  return { text: `{"content_hash":"${contentHash}",${json.slice(1)}`, contentHash };
}

/**
 * @param what the file is called in the error
 * @throws RegistryError where a byte was changed, or it is no model of the contract's form
 */
export function readModelText(text: string, what: string): ModelFile {
  const refuse = (message: string): RegistryError =>
    new RegistryError(
      'model_tampered',
      message,
      'Take the file away and run "spendscope analyze" to make a new one, or import it again from where it came.'
    );
  const found = head.exec(text);
  if (!found) {
    throw refuse(`${what} is no model file of this version.`);
  }
  if (sha256(`{${text.slice(found[0].length)}`) !== found[1]) {
    throw refuse(`${what} was changed after it was saved.`);
  }
  const model = JSON.parse(text) as ModelFile;
  const schema = model.format === 'spendscope-onnx' ? OnnxModelFile : ModelFile;
  const [error] = Value.Errors(schema, model);
  if (error) {
    throw refuse(`${what} is not of the form of a model: ${error.instancePath || '/'} ${error.message}.`);
  }
  return model;
}
