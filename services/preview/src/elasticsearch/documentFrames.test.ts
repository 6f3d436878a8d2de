import { rawDataFrames, rawDocumentFrames } from './documentFrames';

const hits = [
  {
    _id: 'a',
    _index: 'i',
    _source: { '@timestamp': 'x', geo: { lat: 1 }, tags: ['t'], n: 1 },
    fields: { '@timestamp': ['2026-01-01T00:00:00.000Z'] },
  },
  {
    _id: 'b',
    _index: 'i',
    _source: { '@timestamp': 'y', n: 'one', flag: true },
    fields: { '@timestamp': ['2026-01-02T00:00:00.000Z'] },
  },
];

describe('rawDataFrames', () => {
  const [frame] = rawDataFrames('A', hits, '@timestamp');
  const values = (name: string): unknown =>
    frame?.data.values[frame.schema.fields.findIndex((field) => field.name === name)];

  it('has the time first and the other fields by name, nested ones with dots', () => {
    expect(frame?.schema.fields.map((field) => [field.name, field.type])).toEqual([
      ['@timestamp', 'time'],
      ['_id', 'string'],
      ['_index', 'string'],
      ['_type', 'other'],
      ['flag', 'boolean'],
      ['geo.lat', 'number'],
      ['highlight', 'other'],
      ['n', 'number'],
      ['sort', 'other'],
      ['tags', 'other'],
    ]);
  });

  it('has null where a document lacks the field or holds another type', () => {
    expect(values('flag')).toEqual([null, true]);
    expect(values('n')).toEqual([1, null]);
    expect(values('@timestamp')).toEqual([Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)]);
  });

  it('has no columns without documents', () => {
    expect(rawDataFrames('A', [], '@timestamp')).toEqual([
      { schema: { refId: 'A', fields: [] }, data: { values: [] } },
    ]);
  });
});

describe('rawDocumentFrames', () => {
  it('holds each document whole, in a column named after the query', () => {
    const [frame] = rawDocumentFrames('B', hits.slice(0, 1));
    expect(frame?.schema).toMatchObject({ name: 'B', fields: [{ name: 'B', type: 'other' }] });
    expect(frame?.data.values[0]?.[0]).toMatchObject({
      _id: 'a',
      geo: { lat: 1 },
      '@timestamp': ['2026-01-01T00:00:00.000Z'],
    });
  });
});
