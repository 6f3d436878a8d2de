import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnnxModelFile } from '@spendscope/contracts';
import { sourceFolder } from '../../sourceFolder';
import { TestWorkspace } from '../../testing/workspace';
import { registryOf } from '../registry';
import { type OnnxImport, importOnnx } from './importOnnx';
import { OnnxScorer } from './onnxScores';

const fixtures = join(sourceFolder, '../fixtures/onnx');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8')) as {
  features: string[];
  rows: number[][];
  logistic: number[];
  boosting: number[];
  forest: number[];
};
const workspace = new TestWorkspace();
const registry = registryOf(workspace.folder);
afterAll(() => workspace.remove());

const given = (model: string, more: Partial<OnnxImport> = {}): OnnxImport => ({
  ...{ file: join(fixtures, `${model}.onnx`), name: `their_${model}`, kind: 'churn', features: expected.features },
  ...{ lower: false, ...more },
});

async function scoresOf(model: string, more: Partial<OnnxImport> = {}): Promise<Float64Array> {
  const { file } = await importOnnx(registry, given(model, more));
  const scorer = await OnnxScorer.open((await registry.read(file)) as OnnxModelFile);
  try {
    return await scorer.score(Float64Array.from(expected.rows.flat()));
  } finally {
    await scorer.close();
  }
}

const farthest = (scores: Float64Array, from: readonly number[]): number =>
  scores.reduce((most, score, row) => Math.max(most, Math.abs(score - from[row]!)), 0);

it('gives scikit-learn’s own probabilities and scores', async () => {
  expect(farthest(await scoresOf('logistic'), expected.logistic)).toBeLessThan(1e-6);
  expect(farthest(await scoresOf('boosting'), expected.boosting)).toBeLessThan(1e-6);
  const strangeness = await scoresOf('forest', { lower: true });
  expect(farthest(strangeness, expected.forest.map((score) => -score))).toBeLessThan(1e-6); // prettier-ignore
}, 60_000);

it('keeps an imported model beside the live ones, with its card', async () => {
  const ref = await importOnnx(registry, given('logistic'));
  expect(ref.file).toBe(`their_logistic-${ref.content_hash.slice(0, 16)}.json`);
  expect(await importOnnx(registry, given('logistic'))).toEqual(ref);
  const history = await registry.history('their_logistic');
  expect(history).toMatchObject([{ kind: 'imported', shadow: ref, by: expect.stringMatching(/^cli:/) }]);
  expect(history[0]).not.toHaveProperty('live');
  const model = (await registry.read(ref.file)) as OnnxModelFile;
  expect(model).toMatchObject({ features: expected.features, input: 'X', dtype: 'float32', output: 'probabilities' });
  expect(model.card.limits[0]).toMatch(/not known here/);
}, 60_000);

it.each([
  [
    'another number of features',
    given('logistic', { features: ['recency', 'frequency'] }),
    'takes 3 columns, but 2 features are named.',
  ],
  [
    'an unknown feature',
    given('logistic', { features: ['recency', 'shoe_size', 'monetary'] }),
    'There is no feature "shoe_size" for churn.',
  ],
  [
    'a feature named twice',
    given('logistic', { features: ['recency', 'recency', 'monetary'] }),
    'The feature "recency" is named twice.',
  ],
  ['an output that is not there', given('logistic', { output: 'answer' }), 'has no output "answer".'],
  ['an output of labels', given('logistic', { output: 'label' }), 'is of int64; numbers are needed.'],
  ['probabilities as dictionaries', given('zipmap'), 'The output "output_probability" of'],
  ['a name of ours', given('logistic', { name: 'churn' }), '"churn" is the name of a model of ours.'],
  ['a path as name', given('logistic', { name: '../x' }), '"../x" is no name of a model.'],
  ['a file that is not there', given('nothing'), 'cannot be read.'],
])(
  'refuses %s in one line',
  async (_what, model, message) => {
    const error = await importOnnx(registry, model).then(() => undefined, (reason: Error) => reason); // prettier-ignore
    expect(error?.message).toContain(message);
    expect(error?.message).not.toContain('\n');
  },
  60_000
);

it('refuses a corrupt file', async () => {
  const file = join(workspace.root, 'corrupt.onnx');
  const whole = readFileSync(join(fixtures, 'boosting.onnx'));
  writeFileSync(file, whole.subarray(0, whole.length / 2));
  await expect(importOnnx(registry, { ...given('boosting'), file })).rejects.toThrow(/corrupt\.onnx is no ONNX model that can be run: .*parsing failed/); // prettier-ignore
}, 60_000);
