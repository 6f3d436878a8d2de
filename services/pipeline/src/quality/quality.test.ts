import { detectionQuality } from './detectionQuality';
import { labelledQuality } from './labelledQuality';
import { suggestThresholds } from './suggestThresholds';

const kinds = ['velocity', '', 'velocity', 'far_apart', '', '', '', ''];
const styles = ['loose', 'loose', 'tight', 'tight', 'tight', 'loose', 'tight', ''];
const scores = Float32Array.of(0.95, 0.9, 0.85, 0.4, 0.3, 0.2, 0.1, 0);

describe('the figures of a ranking', () => {
  const { overall, kinds: byKind, styles: byStyle } = detectionQuality(scores, { kinds, styles }, 2);

  it('count what the highest scores and those above the threshold find', () => {
    expect(overall).toMatchObject({ rows: 8, anomalies: 3, top: { recall: 1 / 3, precision: 1 / 2 } });
    expect(overall.threshold).toEqual({ recall: 2 / 3, precision: 2 / 3 });
    // 15 pairs of an anomaly and an ordinary row, of which two are in the wrong order.
    expect(overall.rocAuc).toBeCloseTo(13 / 15, 12);
    expect(overall.prAuc).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 12);
  });

  it('hold each kind against ordinary rows only, with the top of all rows', () => {
    expect(byKind.far_apart).toMatchObject({ rows: 6, anomalies: 1, rocAuc: 0.8, top: { recall: 0, precision: 0 } });
    expect(byKind.velocity).toMatchObject({ rows: 7, anomalies: 2, rocAuc: 0.9, top: { recall: 0.5 } });
  });

  it('rank the rows of a style among themselves, and leave out a group without anomalies', () => {
    expect(Object.keys(byStyle)).toEqual(['loose', 'tight']);
    expect(byStyle.tight).toMatchObject({ rows: 4, anomalies: 2, rocAuc: 1 });
    const quiet = detectionQuality(scores, { kinds, styles: styles.map((style, i) => (i === 4 ? 'quiet' : style)) }, 2);
    expect(Object.keys(quiet.styles)).toEqual(['loose', 'tight']);
  });
});

describe('a suggested threshold', () => {
  const labels = Uint8Array.from(kinds, (kind) => (kind === '' ? 0 : 1));

  it('alarms as many as asked for, and says how many of them are right', () => {
    const { byAlarms } = suggestThresholds(scores, labels, { missed: 10, falseAlarm: 1 }, [1, 3, 50]);
    expect(byAlarms).toHaveLength(2);
    expect(byAlarms[1]).toMatchObject({ alarms: 3, recall: 2 / 3, precision: 2 / 3 });
    expect(byAlarms[1]!.threshold).toBeCloseTo(0.85);
    expect(byAlarms[1]!.low).toBeLessThan(2 / 3);
    expect(byAlarms[1]!.high).toBeGreaterThan(2 / 3);
  });

  it('costs least: cheap false alarms lower it, expensive ones raise it, up to nobody', () => {
    const alarms = (missed: number, falseAlarm: number): number =>
      suggestThresholds(scores, labels, { missed, falseAlarm }).byCost.alarms;
    expect(alarms(10, 1)).toBe(4);
    expect(alarms(1, 4)).toBe(1);
    const first = Float32Array.from(scores).reverse();
    expect(suggestThresholds(first, labels, { missed: 1, falseAlarm: 50 }).byCost).toMatchObject({ alarms: 0, recall: 0, threshold: Infinity }); // prettier-ignore
  });

  it('has the mean cost of a transaction', () => {
    const { byCost } = suggestThresholds(scores, labels, { missed: 10, falseAlarm: 1 });
    expect(byCost.cost).toBeCloseTo(1 / 8, 12);
  });
});

describe('people’s labels', () => {
  const costs = { missed: 10, falseAlarm: 1 };
  const verdicts = new Map([
    [0, 'true_positive'],
    [1, 'false_positive'],
    [3, 'true_positive'],
  ] as const);

  it('give the precision of the highest scores by what was judged of them', () => {
    const { top, judged, confirmed } = labelledQuality(scores, verdicts, { costs, alarms: [2, 4, 99] });
    expect({ judged, confirmed }).toEqual({ judged: 3, confirmed: 2 });
    expect(top).toHaveLength(2);
    expect(top[0]).toMatchObject({ alarms: 2, judged: 2, confirmed: 1, precision: 1 / 2 });
    expect(top[1]).toMatchObject({ alarms: 4, judged: 3, confirmed: 2, precision: 2 / 3 });
    expect(top[1]!.low).toBeLessThan(2 / 3);
  });

  it('suggest a threshold among the judged, and none where all say the same', () => {
    expect(labelledQuality(scores, verdicts, { costs, alarms: [] }).thresholds!.byCost.threshold).toBeCloseTo(0.4);
    const one = new Map([[0, 'true_positive']] as const);
    expect(labelledQuality(scores, one, { costs, alarms: [] })).not.toHaveProperty('thresholds');
  });
});
