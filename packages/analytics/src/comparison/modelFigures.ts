import { type ClassificationReport, classificationReport } from '../evaluation/classificationReport';
import { type Confusion, confusion } from '../evaluation/confusion';
import { precisionRecallCurve, rocCurve } from '../evaluation/curves';
import { type CalibrationPoint, brierScore, calibrationCurve, logLoss } from '../evaluation/probabilityScores';
import { averagePrecision, rocAuc } from '../evaluation/rankMetrics';
import type { Importance } from '../explain/permutationImportance';

/** What a model said of one test part, with the threshold that its training part had chosen. */
export interface TestPart {
  labels: Int8Array;
  probabilities: Float64Array;
  /** the same by a curve that the training part's out-of-fold predictions gave */
  calibrated: Float64Array;
  threshold: number;
  parameters: Readonly<Record<string, number>>;
  /** rows that the model learnt from; absent where it only joins others */
  learntRows?: number;
}

export const metricNames = [
  'accuracy',
  'precision',
  'recall',
  'f1',
  'rocAuc',
  'prAuc',
  'brier',
  'brierCalibrated',
  'logLoss',
] as const;
export type MetricName = (typeof metricNames)[number];

export interface ModelFigures {
  model: string;
  /** mean and standard deviation over test parts */
  metrics: Record<MetricName, { mean: number; deviation: number }>;
  /** chosen on out-of-fold predictions of each training part */
  thresholds: number[];
  parameters: Readonly<Record<string, number>>[];
  /** of a training part, mean over test parts; absent where the model only joins others */
  learntRows?: number;
  /** all test parts together, each row once */
  confusion: Confusion;
  report: ClassificationReport;
  /** [false positive rate, true positive rate], thinned */
  roc: [number, number][];
  /** [recall, precision], thinned */
  precisionRecall: [number, number][];
  calibration: CalibrationPoint[];
  calibrationAfter: CalibrationPoint[];
  /** fall in ROC-AUC where a column is shuffled; absent where it was not measured */
  importance?: Importance[];
}

const curvePoints = 100;

export function modelFigures(model: string, parts: readonly TestPart[]): ModelFigures {
  const each = parts.map(partMetrics);
  const labels = Int8Array.from(parts.flatMap((part) => Array.from(part.labels)));
  const probabilities = joined(parts, (part) => part.probabilities);
  const counts = parts
    .map((part) => confusion(part.labels, part.probabilities, part.threshold))
    .reduce((a, b) => ({
      trueNegatives: a.trueNegatives + b.trueNegatives,
      falsePositives: a.falsePositives + b.falsePositives,
      falseNegatives: a.falseNegatives + b.falseNegatives,
      truePositives: a.truePositives + b.truePositives,
    }));
  const roc = rocCurve(labels, probabilities);
  const pr = precisionRecallCurve(labels, probabilities);
  const summary = (name: MetricName): { mean: number; deviation: number } => {
    const mean = each.reduce((sum, metrics) => sum + metrics[name], 0) / each.length;
    const squares = each.reduce((sum, metrics) => sum + (metrics[name] - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / Math.max(1, each.length - 1)) };
  };
  const learnt = parts.flatMap(({ learntRows }) => learntRows ?? []);
  return {
    model,
    ...(learnt.length > 0 ? { learntRows: Math.round(learnt.reduce((sum, rows) => sum + rows, 0) / learnt.length) } : {}), // prettier-ignore
    metrics: Object.fromEntries(metricNames.map((name) => [name, summary(name)])) as ModelFigures['metrics'],
    thresholds: parts.map(({ threshold }) => threshold),
    parameters: parts.map(({ parameters }) => parameters),
    confusion: counts,
    report: classificationReport(counts),
    roc: thinned(roc.falsePositiveRate, roc.truePositiveRate),
    precisionRecall: thinned(pr.recall, pr.precision),
    calibration: calibrationCurve(labels, probabilities),
    calibrationAfter: calibrationCurve(
      labels,
      joined(parts, (part) => part.calibrated)
    ),
  };
}

function joined(parts: readonly TestPart[], of: (part: TestPart) => Float64Array): Float64Array {
  return Float64Array.from(parts.flatMap((part) => Array.from(of(part))));
}

function partMetrics({ labels, probabilities, calibrated, threshold }: TestPart): Record<MetricName, number> {
  const { accuracy, classes } = classificationReport(confusion(labels, probabilities, threshold));
  const { precision, recall, f1 } = classes[1];
  return {
    accuracy,
    precision,
    recall,
    f1,
    rocAuc: rocAuc(probabilities, labels),
    prAuc: averagePrecision(probabilities, labels),
    brier: brierScore(labels, probabilities),
    brierCalibrated: brierScore(labels, calibrated),
    logLoss: logLoss(labels, probabilities),
  };
}

/** At most so many points that they can be drawn on one screen, evenly by place, both ends kept. */
function thinned(x: Float64Array, y: Float64Array): [number, number][] {
  const last = x.length - 1;
  const count = Math.min(curvePoints, x.length);
  return Array.from({ length: count }, (_, i) => {
    const at = count === 1 ? 0 : Math.round((i * last) / (count - 1));
    return [x[at]!, y[at]!];
  });
}
