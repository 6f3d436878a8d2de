/** @jest-environment jsdom */
import { FieldType, toDataFrame } from '@grafana/data';
import { frameMarkers } from './geomapMarkers';

const frame = toDataFrame({
  fields: [
    { name: 'Region', type: FieldType.string, values: ['Seoul', 'Jeju'] },
    { name: 'latitude', type: FieldType.number, values: [6, 0] },
    { name: 'longitude', type: FieldType.number, values: [1, null] },
  ],
});
const place = { mode: 'coords', latitude: 'latitude', longitude: 'longitude' } as const;

it('draws squares where their icon is asked for, circles otherwise, and leaves out who has no place', () => {
  const square = { symbol: { fixed: 'img/icons/marker/square.svg' }, size: { fixed: 28 }, opacity: 0.35 };
  expect(frameMarkers(frame, place, square)).toEqual([
    expect.objectContaining({ lat: 6, lon: 1, shape: 'square', radius: 28, opacity: 0.35, label: undefined }),
  ]);
  expect(frameMarkers(frame, place, {})[0]).toMatchObject({ shape: 'circle', opacity: 0.4 });
});

it('writes words alone where there is no symbol, moved as asked', () => {
  const words = { text: { fixed: 'here' }, textConfig: { fontSize: 11, offsetY: -8 } };
  expect(frameMarkers(frame, place, words)[0]).toMatchObject({
    shape: 'none',
    label: { text: 'here', size: 11, offset: [0, -8] },
  });
});
