import { readFileSync } from 'node:fs';
import path from 'node:path';
import { indices } from '@spendscope/contracts';
import type { SavedObject } from './savedObject';
import { kibanaFiles } from './savedObjects';

const folder = path.resolve(__dirname, '../../../deploy/kibana');
const text = kibanaFiles()['spendscope.ndjson']!;
const objects = text
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as SavedObject);
const ofType = (type: SavedObject['type']): SavedObject[] => objects.filter((object) => object.type === type);

/** What stands as text inside an object's attributes. */
const inner = (object: SavedObject, name: string): Record<string, unknown> =>
  JSON.parse(object.attributes[name] as string) as Record<string, unknown>;
const searchOf = (object: SavedObject): { query: { query: string; language: string }; indexRefName?: string } =>
  JSON.parse((object.attributes.kibanaSavedObjectMeta as { searchSourceJSON: string }).searchSourceJSON) as never;

it('spendscope.ndjson is what its source builds', () => {
  expect(readFileSync(path.join(folder, 'spendscope.ndjson'), 'utf8')).toBe(text);
});

it('refers to what stands before', () => {
  const seen = new Set<string>();
  for (const { type, id, references } of objects) {
    expect(references.filter((reference) => !seen.has(`${reference.type}:${reference.id}`))).toEqual([]);
    seen.add(`${type}:${id}`);
  }
  expect(seen.size).toBe(objects.length);
});

it('has one data view, of an index that Grafana may read too, by a field of time', () => {
  const [view, ...others] = ofType('index-pattern');
  expect(others).toEqual([]);
  const index = indices.anomalies;
  expect([view!.attributes.title, index.grafanaReads]).toEqual([index.readAs, true]);
  expect(index.mapping[view!.attributes.timeFieldName as string]!.type).toBe('date');
});

it.each(ofType('visualization').map((object) => [object.attributes.title as string, object] as const))(
  '%s asks for fields that there are, as an aggregation can',
  (title, object) => {
    expect(title).toMatch(/\?$/);
    expect(object.attributes.description).not.toBe('');
    const { aggs } = inner(object, 'visState') as { aggs: { id: string; type: string; params: { field?: string; orderBy?: string } }[] }; // prettier-ignore
    const types: Record<string, readonly string[]> = {
      avg: ['float', 'double'],
      cardinality: ['keyword'],
      terms: ['keyword'],
      date_histogram: ['date'],
    };
    for (const { type, params } of aggs.filter(({ type: kind }) => kind !== 'count')) {
      expect(types[type]).toContain(indices.anomalies.mapping[params.field!]?.type);
    }
    const ids = aggs.map(({ id }) => id);
    expect(ids).toEqual(aggs.map((_, position) => String(position + 1)));
    expect(ids).toEqual(expect.arrayContaining(aggs.flatMap(({ params: { orderBy } }) => orderBy ?? [])));
    const { query, indexRefName } = searchOf(object);
    expect(query.language).toBe('lucene');
    expect(object.references.map(({ name }) => name)).toEqual([indexRefName]);
  }
);

it('shows each picture once, in rows that fill the page and do not overlap', () => {
  const [board, ...others] = ofType('dashboard');
  expect(others).toEqual([]);
  const panels = inner(board!, 'panelsJSON') as unknown as {
    panelIndex: string;
    panelRefName: string;
    gridData: { x: number; y: number; w: number; h: number };
  }[];
  expect(board!.references.map(({ name }) => name)).toEqual(
    panels.map(({ panelIndex, panelRefName }) => `${panelIndex}:${panelRefName}`)
  );
  expect(board!.references.map(({ id }) => id)).toEqual(ofType('visualization').map(({ id }) => id));
  const cells = panels.flatMap(({ gridData: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`)
  );
  expect(new Set(cells).size).toBe(cells.length);
  const bottom = Math.max(...panels.map(({ gridData: { y, h } }) => y + h));
  expect(cells.length).toBe(48 * bottom);
});
