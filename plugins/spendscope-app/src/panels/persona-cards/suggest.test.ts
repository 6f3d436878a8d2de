import { toDataFrame } from '@grafana/data';
import { suggestPersonaCards } from './suggest';

const segments = (rows: number[]): ReturnType<typeof toDataFrame> =>
  toDataFrame({
    fields: [
      { name: 'cluster', values: rows },
      { name: 'name', values: rows.map(String) },
      { name: 'size', values: rows },
    ],
  });

it('is offered for segments, and for nothing else', () => {
  expect(suggestPersonaCards({ rawFrames: [segments([1, 2])] })).toEqual([{ score: 100 }]);
  expect(suggestPersonaCards({ rawFrames: [segments([])] })).toEqual([]);
  expect(suggestPersonaCards({ rawFrames: [toDataFrame({ fields: [{ name: 'size', values: [1] }] })] })).toEqual([]);
  expect(suggestPersonaCards({})).toEqual([]);
});
