import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sparkViews } from './sparkViews';

const folder = path.resolve(__dirname, '../../deploy/spark/views');

it('the views of the Spark job are what the pipeline’s own ones say', () => {
  const files = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  expect(Object.fromEntries(files)).toEqual(sparkViews());
});
