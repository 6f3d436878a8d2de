import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { kernelModule, kernels } from './kernels';

const root = path.resolve(__dirname, '../..');
const analytics = path.join(root, 'packages/analytics');

it.each(Object.entries(kernels))(
  'the WebAssembly of %s is what its source compiles to',
  (name, file) => {
    expect(readFileSync(path.join(analytics, 'src', file), 'utf8')).toBe(kernelModule(root, name));
  },
  60_000
);

it('leaves no source in the folder of kernels uncompiled', () => {
  const sources = readdirSync(path.join(analytics, 'assembly')).filter((name) => name.endsWith('.ts'));
  expect(sources.map((name) => name.slice(0, -3)).sort()).toEqual(Object.keys(kernels).sort());
});
