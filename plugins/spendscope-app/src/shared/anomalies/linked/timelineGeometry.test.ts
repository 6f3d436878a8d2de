import { anomalyRow } from '../../../testing/anomalyFixtures';
import { alarmSpans, dotPaths, lowestOf, nearestRow, timelineGeometry } from './timelineGeometry';

const geometry = timelineGeometry({ from: 0, to: 1_000 }, { width: 544, height: 244 });

describe('the timeline', () => {
  it('puts the ends of the span and of the scores at the ends of the plot', () => {
    expect([geometry.x(0), geometry.x(1_000)]).toEqual([32, 532]);
    expect([geometry.y(1), geometry.y(0.5), geometry.y(0.1)]).toEqual([22, 222, 222]);
    expect(geometry.timeAt(282)).toBe(500);
    expect([geometry.timeAt(-50), geometry.timeAt(9_999)]).toEqual([0, 1_000]);
  });

  it.each([
    [[0.95, 0.81], 0.7],
    [[0.95, 0.64], 0.6],
    [[0.2], 0.5],
    [[], 0.7],
  ])('begins for %j at %d', (scores, lowest) => {
    expect(lowestOf(scores)).toBe(lowest);
  });

  it('draws dots that fall on one pixel once', () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => anomalyRow({ id: `t${i}`, time: 500, score: 0.95 }));
    const { severe, low } = dotPaths([...rows, anomalyRow({ id: 'x', time: 500, score: 0.6 })], geometry);
    expect(severe.match(/M/g)).toHaveLength(1);
    expect(low.match(/M/g)).toHaveLength(1);
  });

  it('finds the nearest row, and none where none is near', () => {
    const rows = [anomalyRow({ id: 'a', time: 490, score: 0.9 }), anomalyRow({ id: 'b', time: 510, score: 0.9 })];
    const at = [geometry.x(508), geometry.y(0.9)] as const;
    expect(nearestRow(rows, at, geometry)?.id).toBe('b');
    expect(nearestRow(rows, [0, 0], geometry)).toBeUndefined();
  });

  it('shades from a mean above the threshold to the next that is not', () => {
    const means = [0.7, 0.81, 0.9, 0.8, 0.85].map((score, i) => ({ time: i * 100, score }));
    expect(alarmSpans(means, 900)).toEqual([
      { from: 100, to: 300 },
      { from: 400, to: 900 },
    ]);
  });
});
