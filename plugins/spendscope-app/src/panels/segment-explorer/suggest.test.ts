import { toDataFrame } from '@grafana/data';
import { suggestSegmentExplorer } from './suggest';
import { customersFrame, densityFrame } from './testing/frames';

const cells = densityFrame([['1', '0.5', 3, 12]]);
const customers = customersFrame([{ token: 'ct1', logRecency: 1, logMonetary: 4, cluster: 1 }]);

it('is offered in the mode that the frames can fill, counts before customers', () => {
  expect(suggestSegmentExplorer({ rawFrames: [customers] })).toEqual([{ score: 100, options: { mode: 'points' } }]);
  expect(suggestSegmentExplorer({ rawFrames: [customers, cells] })).toEqual([
    { score: 100, options: { mode: 'density' } },
  ]);
});

it.each([
  ['nothing', []],
  ['no rows', [customersFrame([])]],
  ['axes of nobody', [toDataFrame({ fields: [{ name: 'recency', values: [1] }, { name: 'monetary', values: [2] }] })]], // prettier-ignore
])('is not offered for %s', (_, rawFrames) => {
  expect(suggestSegmentExplorer({ rawFrames })).toEqual([]);
});
