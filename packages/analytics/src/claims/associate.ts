import { anova } from '../statistics/anova';
import { boxPlot, quantileOfSorted } from '../statistics/boxPlot';
import { chiSquareTest } from '../statistics/chiSquareTest';
import { cochranArmitage } from '../statistics/cochranArmitage';
import { pearson, spearman } from '../statistics/correlation';
import { meanInterval, moments } from '../statistics/describe';
import { type FourCounts, fisherExact } from '../statistics/fisherExact';
import { kruskalWallis } from '../statistics/kruskalWallis';
import { mannWhitney } from '../statistics/mannWhitney';
import { oddsRatio } from '../statistics/oddsRatio';
import { standardizedDifference } from '../statistics/standardizedDifference';
import { studentTTest, welchTTest } from '../statistics/tTest';
import { wilson } from '../statistics/wilson';
import type { Association, Effect, MeanGroup, ShareGroup, TestResult, TooLittle } from './association';
import { type ClaimColumn, completeRows, levelsOf, numbersOf, split } from './column';
import { strengthOf } from './strength';

/** Fewer rows than this in all, or in a group, are too little to judge by. */
export const leastRows = 30;
export const leastGroup = 10;
/** An expected count below this makes Fisher's exact test decide instead of chi-square. */
const leastExpected = 5;

type Found = Omit<Association, 'n' | 'missing' | 'leftOut' | 'strength'>;

/**
 * Tests whether two columns go together, on the rows that have both: Welch's t for a number in two groups, chi-square
 * (Fisher's exact test for small counts) for shares, analysis of variance for a number in several groups, Pearson's
 * correlation for two numbers. Groups of fewer than {@link leastGroup} rows are left out where more than two remain.
 */
export function associate(factor: ClaimColumn, outcome: ClaimColumn, confidence = 0.95): Association | TooLittle {
  const rows = completeRows(factor, outcome);
  const facts = { n: rows.length, missing: factor.values.length - rows.length };
  if (rows.length < leastRows) {
    return { ...facts, tooLittle: 'few_rows' };
  }
  const found =
    factor.kind === 'number' && outcome.kind === 'number'
      ? numbers(numbersOf(factor, rows), numbersOf(outcome, rows), confidence)
      : factor.kind === 'number' || outcome.kind === 'number'
        ? groups(factor, outcome, rows, confidence)
        : shares(factor, outcome, rows, confidence);
  if (typeof found === 'string') {
    return { ...facts, tooLittle: found };
  }
  const n = found.picture.groups.reduce((sum, group) => sum + group.n, 0);
  const strength = strengthOf(found.effect.measure, found.effect.value);
  return { ...found, n, missing: facts.missing, leftOut: rows.length - n, strength };
}

function numbers(x: Float64Array, y: Float64Array, confidence: number): Found | TooLittle['tooLittle'] {
  if (moments(x).variance === 0 || moments(y).variance === 0) {
    return 'constant';
  }
  const line = pearson(x, y, confidence);
  const rank = spearman(x, y, confidence);
  return {
    tests: [
      { test: 'pearson', statistic: line.r, df: line.n - 2, p: line.p },
      { test: 'spearman', statistic: rank.r, df: rank.n - 2, p: rank.p },
    ],
    effect: { measure: 'pearson_r', value: line.r, low: line.low, high: line.high },
    direction: signOf(line.r),
    picture: { kind: 'trend', groups: alongQuantiles(x, y, confidence) },
  };
}

/** The mean of y in at most five ranges of x that hold as many rows each. */
function alongQuantiles(x: Float64Array, y: Float64Array, confidence: number): MeanGroup[] {
  const sorted = Float64Array.from(x).sort();
  const cuts = [...new Set([0.2, 0.4, 0.6, 0.8, 1].map((share) => quantileOfSorted(sorted, share)))];
  const level = Uint32Array.from(x, (value) => cuts.findIndex((cut) => value <= cut));
  const from = cuts.map((_, i) =>
    x.reduce((least, value, row) => (level[row] === i && value < least ? value : least), Infinity)
  );
  return split(y, level, cuts.length).flatMap((values, i) =>
    values.length === 0
      ? []
      : [meanGroup(from[i] === cuts[i] ? short(cuts[i]!) : `${short(from[i]!)}–${short(cuts[i]!)}`, values, confidence)]
  );
}

const short = (value: number): string => String(Number(value.toPrecision(4)));

function groups(
  factor: ClaimColumn,
  outcome: ClaimColumn,
  rows: Uint32Array,
  confidence: number
): Found | TooLittle['tooLittle'] {
  const [by, measured] = factor.kind === 'number' ? [outcome, factor] : [factor, outcome];
  const { labels, level } = levelsOf(by, rows);
  const parts = split(numbersOf(measured, rows), level, labels.length);
  const kept = large(labels, parts, (part) => part.length);
  if (typeof kept === 'string') {
    return kept;
  }
  if (kept.every(({ item }) => moments(item).variance === 0)) {
    return 'constant';
  }
  const values = kept.map(({ item }) => item);
  const picture = { kind: 'means' as const, groups: kept.map(({ label, item }) => meanGroup(label, item, confidence)) };
  if (by.kind === 'yesno' && values.length === 2) {
    const [no, yes] = values as [Float64Array, Float64Array];
    return { ...twoGroups(yes, no, confidence), picture };
  }
  const variance = anova(values, confidence);
  const ranks = kruskalWallis(values);
  return {
    tests: [
      { test: 'anova', statistic: variance.f, df: variance.df1, df2: variance.df2, p: variance.p },
      { test: 'kruskal_wallis', statistic: ranks.h, df: ranks.df, p: ranks.p },
    ],
    effect: {
      measure: 'epsilon_squared',
      value: Math.max(0, variance.epsilonSquared),
      low: variance.low,
      high: variance.high,
    },
    direction: 0,
    picture,
  };
}

function twoGroups(
  yes: Float64Array,
  no: Float64Array,
  confidence: number
): Pick<Found, 'tests' | 'effect' | 'direction'> {
  const welch = welchTTest(yes, no, confidence);
  const student = studentTTest(yes, no, confidence);
  const ranks = mannWhitney(yes, no, confidence);
  const { g, low, high } = standardizedDifference(yes, no, confidence);
  return {
    tests: [
      { test: 'welch', statistic: welch.t, df: welch.df, p: welch.p },
      { test: 'student', statistic: student.t, df: student.df, p: student.p },
      { test: 'mann_whitney', statistic: ranks.u, p: ranks.p },
    ],
    effect: { measure: 'hedges_g', value: g, low, high },
    direction: signOf(g),
  };
}

function shares(
  factor: ClaimColumn,
  outcome: ClaimColumn,
  rows: Uint32Array,
  confidence: number
): Found | TooLittle['tooLittle'] {
  // A share needs a yes or no: of two categories each value of the outcome is a column of the table, but none is "the" event.
  const across = levelsOf(outcome, rows);
  const along = levelsOf(factor, rows);
  const counts = along.labels.map(() => new Array<number>(across.labels.length).fill(0));
  along.level.forEach((level, row) => counts[level]![across.level[row]!]!++);
  const kept = large(along.labels, counts, (row) => row.reduce((sum, count) => sum + count, 0));
  if (typeof kept === 'string') {
    return kept;
  }
  const table = kept.map(({ item }) => item);
  const columns = across.labels.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  if (columns.filter((count) => count > 0).length < 2) {
    return 'constant';
  }
  if (columns.length === 2 && Math.min(...columns) < leastGroup) {
    return 'small_group';
  }
  const chi = chiSquareTest(table, { confidence });
  const tests: TestResult[] = [{ test: 'chi_square', statistic: chi.chiSquare, df: chi.df, p: chi.p }];
  let effect: Effect = { measure: 'cramers_v', value: chi.correctedV, low: chi.low, high: chi.high };
  let direction: Association['direction'] = 0;
  if (table.length === 2 && columns.length === 2 && factor.kind === 'yesno' && outcome.kind === 'yesno') {
    const four = [[table[1]![1]!, table[1]![0]!], [table[0]![1]!, table[0]![0]!]] as FourCounts; // prettier-ignore
    const odds = oddsRatio(four, confidence);
    effect = { measure: 'odds_ratio', value: odds.oddsRatio, low: odds.low, high: odds.high };
    direction = signOf(Math.log(odds.oddsRatio));
    const exact: TestResult = { test: 'fisher', statistic: odds.oddsRatio, p: fisherExact(four) };
    tests[chi.leastExpected < leastExpected ? 'unshift' : 'push'](exact);
  }
  return {
    tests: tests as Found['tests'],
    effect,
    direction,
    picture: { kind: 'shares', groups: kept.map(({ label, item }) => shareGroup(label, item, confidence)) },
  };
}

/** Groups of enough rows; too little where fewer than two are left, or one of only two is small. */
function large<T>(
  labels: string[],
  items: T[],
  sizeOf: (item: T) => number
): { label: string; item: T }[] | TooLittle['tooLittle'] {
  const all = labels.map((label, i) => ({ label, item: items[i]! }));
  const kept = all.filter(({ item }) => sizeOf(item) >= leastGroup);
  if (kept.length >= 2) {
    return kept;
  }
  return all.length < 2 ? 'constant' : 'small_group';
}

function meanGroup(label: string, values: Float64Array, confidence: number): MeanGroup {
  const { n, mean, low, high } = meanInterval(values, confidence);
  return { label, n, mean, low, high, box: boxPlot(values) };
}

/** Share of the last column: of "yes" where the outcome is a yes or no. */
function shareGroup(label: string, counts: number[], confidence: number): ShareGroup {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const events = counts.at(-1)!;
  return { label, n, events, ...wilson(events, n, confidence) };
}

/** Shares of an event over the levels of an ordered factor, with the trend; undefined where there is none to measure. */
export function sharesByLevel(
  factor: ClaimColumn,
  outcome: ClaimColumn,
  confidence = 0.95
): { groups: ShareGroup[]; trend?: TestResult } | undefined {
  const rows = completeRows(factor, outcome);
  if (rows.length === 0) {
    return undefined;
  }
  const { labels, level } = levelsOf(factor, rows);
  const events = numbersOf(outcome, rows);
  const parts = split(events, level, labels.length);
  const hits = parts.map((part) => part.reduce((sum, value) => sum + value, 0));
  const groups = parts.map((part, i) => shareGroup(labels[i]!, [part.length - hits[i]!, hits[i]!], confidence));
  const all = hits.reduce((sum, count) => sum + count, 0);
  if (factor.kind !== 'number' || labels.length < 2 || all === 0 || all === rows.length) {
    return { groups };
  }
  const { z, p } = cochranArmitage(
    hits,
    parts.map((part) => part.length),
    labels.map(Number)
  );
  return { groups, trend: { test: 'cochran_armitage', statistic: z, p } };
}

const signOf = (value: number): -1 | 0 | 1 => (value > 0 ? 1 : value < 0 ? -1 : 0);
