import { apart, churnFixture, labels } from '../../fixtures/churnFixture';
import { chooseThreshold } from './chooseThreshold';
import { type ClassScores, classificationReport } from './classificationReport';
import { confusion } from './confusion';
import { precisionRecallCurve, rocCurve } from './curves';
import { groupFolds, splitFold, stratifiedFolds } from './folds';
import { brierScore, calibrationCurve, logLoss } from './probabilityScores';
import { averagePrecision, rocAuc } from './rankMetrics';

const { metrics } = churnFixture;
const p = Float64Array.from(churnFixture.probabilities);

describe(`figures of a classifier against ${churnFixture.source}`, () => {
  const counts = confusion(labels, p, metrics.threshold);
  const report = classificationReport(counts);

  it('confusion matrix and accuracy', () => {
    const { trueNegatives, falsePositives, falseNegatives, truePositives } = counts;
    expect([trueNegatives, falsePositives, falseNegatives, truePositives]).toEqual(metrics.confusion);
    expect(report.accuracy).toBeCloseTo(metrics.accuracy, 12);
  });

  it('precision, recall, F1 and support of each class and their means', () => {
    const same = (ours: ClassScores, theirs: Record<string, number>): void => {
      expect([ours.precision, ours.recall, ours.f1].map((x) => x.toFixed(12))).toEqual(
        [theirs.precision, theirs.recall, theirs['f1-score']].map((x) => x!.toFixed(12))
      );
      expect(ours.support).toBe(theirs.support);
    };
    report.classes.forEach((scores, i) => same(scores, metrics.classes[i]!));
    same(report.macro, metrics.macro);
    same(report.weighted, metrics.weighted);
  });

  it('areas, Brier score and log loss', () => {
    expect(rocAuc(p, labels)).toBeCloseTo(metrics.rocAuc, 12);
    expect(averagePrecision(p, labels)).toBeCloseTo(metrics.prAuc, 12);
    expect(brierScore(labels, p)).toBeCloseTo(metrics.brier, 12);
    expect(logLoss(labels, p)).toBeCloseTo(metrics.logLoss, 12);
  });

  it('ROC, precision-recall and calibration curves', () => {
    const roc = rocCurve(labels, p);
    expect(roc.thresholds[0]).toBe(Infinity);
    expect(apart(roc.thresholds.slice(1), metrics.roc.thresholds)).toBeLessThan(1e-12);
    expect(apart(roc.falsePositiveRate, metrics.roc.falsePositiveRate)).toBeLessThan(1e-12);
    expect(apart(roc.truePositiveRate, metrics.roc.truePositiveRate)).toBeLessThan(1e-12);
    const pr = precisionRecallCurve(labels, p);
    expect(apart(pr.precision, metrics.precisionRecall.precision)).toBeLessThan(1e-12);
    expect(apart(pr.recall, metrics.precisionRecall.recall)).toBeLessThan(1e-12);
    const curve = calibrationCurve(labels, p);
    expect(apart(curve.map((point) => point.observed), metrics.calibration.observed)).toBeLessThan(1e-12); // prettier-ignore
    expect(apart(curve.map((point) => point.predicted), metrics.calibration.predicted)).toBeLessThan(1e-12); // prettier-ignore
  });
});

describe('chooseThreshold', () => {
  const truth = [1, 1, 0, 1, 0, 0, 0, 0];
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

  it('takes the best F1, half way to the next score', () => {
    const { threshold, value } = chooseThreshold(truth, scores, { by: 'f1' });
    expect([threshold, value]).toEqual([(0.6 + 0.5) / 2, 6 / 7]);
  });

  it('keeps a recall floor at the best precision', () => {
    expect(chooseThreshold(truth, scores, { by: 'recall', floor: 0.6 }).threshold).toBe(0.75);
    expect(chooseThreshold(truth, scores, { by: 'recall', floor: 1 })).toMatchObject({ threshold: 0.55, value: 0.75 });
  });

  it('weighs costs, and alarms nobody where alarms cost too much', () => {
    expect(chooseThreshold(truth, scores, { by: 'cost', missed: 10, falseAlarm: 1 })).toMatchObject({ threshold: 0.55, value: 1 / 8 }); // prettier-ignore
    expect(chooseThreshold([0, 1, 0], [3, 2, 1], { by: 'cost', missed: 1, falseAlarm: 5 }).threshold).toBe(Infinity);
  });

  it('refuses one class, NaN and a floor of 0', () => {
    expect(() => chooseThreshold([1, 1], [0, 1], { by: 'f1' })).toThrow('both classes');
    expect(() => chooseThreshold([1, 0], [NaN, 1], { by: 'f1' })).toThrow('value 0 is NaN');
    expect(() => chooseThreshold([1, 0], [0, 1], { by: 'recall', floor: 0 })).toThrow('recall floor');
  });
});

describe('folds', () => {
  const y = Int8Array.from({ length: 103 }, (_, i) => (i % 5 === 0 ? 1 : 0));

  it('give each fold its share of both classes', () => {
    const folds = stratifiedFolds(y, 4, 7);
    for (let fold = 0; fold < 4; fold++) {
      const { train, test } = splitFold(folds, fold);
      expect(train.length + test.length).toBe(103);
      const positives = test.filter((row) => y[row] === 1).length;
      expect([5, 6]).toContain(positives);
      expect([25, 26]).toContain(test.length);
    }
  });

  it('never part a group and still give each fold its share', () => {
    const groups = Int32Array.from(y, (_, i) => Math.floor(i / 3));
    const folds = groupFolds(y, groups, 4, 7);
    folds.forEach((fold, row) => expect(fold).toBe(folds[3 * groups[row]!]));
    for (let fold = 0; fold < 4; fold++) {
      const { test } = splitFold(folds, fold);
      expect(test.length).toBeGreaterThan(20);
      expect(test.filter((row) => y[row] === 1).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('repeat by their seed and differ by it', () => {
    expect(stratifiedFolds(y, 3, 1)).toEqual(stratifiedFolds(y, 3, 1));
    expect(stratifiedFolds(y, 3, 1)).not.toEqual(stratifiedFolds(y, 3, 2));
  });

  it('refuse fewer rows or groups than folds', () => {
    expect(() => stratifiedFolds([1, 1, 0, 0, 0], 3, 1)).toThrow('3 folds need 3 rows of class 1; there are 2');
    expect(() => groupFolds([1, 0, 0], [5, 5, 6], 3, 1)).toThrow('3 folds need 3 groups; there are 2');
    expect(() => stratifiedFolds([1, 0], 1, 1)).toThrow('whole number from 2 on');
  });
});
