import { matrix } from '../matrix';
import { fitStandardizer, standardize } from '../preprocessing/standardize';
import { assignClusters, clusterModel, clusterModelFromJSON } from './clusterModel';
import { kmeans } from './kmeans';

const customers = matrix(Float64Array.from([1, 900, 2, 950, 300, 10, 280, 12, 3, 870]), 2);
const standardizer = fitStandardizer(customers, true);
const result = kmeans(standardize(customers, standardizer), { k: 2, seed: 1 });

it('gives rows the same clusters after a way through JSON, and new rows theirs', () => {
  const model = clusterModel(result, standardizer, ['recency', 'monetary']);
  const again = clusterModelFromJSON(JSON.parse(JSON.stringify(model)));
  expect([...assignClusters(customers, again)]).toEqual([...result.labels]);
  expect(assignClusters(matrix(Float64Array.from([290, 9]), 2), again)[0]).toBe(result.labels[2]);
});

it('refuses names that do not fit and JSON of another kind', () => {
  expect(() => clusterModel(result, standardizer, ['recency'])).toThrow('1 names do not fit 2 columns.');
  const model = clusterModel(result, standardizer, ['recency', 'monetary']);
  expect(() => clusterModelFromJSON({ ...model, version: 2 as 1 })).toThrow('version 1: kmeans 2');
});
