import { readFileSync } from 'node:fs';
import path from 'node:path';
import { modelSchema } from './modelSchema';

it('docs/model-file.schema.json is what the contract says', () => {
  expect(readFileSync(path.resolve(__dirname, '../../docs/model-file.schema.json'), 'utf8')).toBe(modelSchema());
});
