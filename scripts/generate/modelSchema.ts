import { ModelFile, OnnxModelFile } from '@spendscope/contracts';

/** JSON Schema of model files: what all have, and the whole of imported ones. */
export function modelSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...ModelFile,
    if: { properties: { format: { const: 'spendscope-onnx' } } },
    then: OnnxModelFile,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
