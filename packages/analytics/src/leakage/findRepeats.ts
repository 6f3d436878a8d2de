import { AnalyticsError } from '../analyticsError';
import { type Matrix, matrixRows } from '../matrix';
import { KdTree } from '../neighbors/kdTree';
import { fitPreparation, prepare } from '../preprocessing/preparation';
import type { Table } from '../preprocessing/table';
import { Random } from '../random';
import { type Kinds, conditionalLogs, dependenceTree } from './dependence';
import { differenceKinds, differenceOf } from './pairDifferences';
import { groupsOfPairs } from './unionFind';

export interface RepeatOptions {
  seed: number;
  /** nearest rows that each row is compared with; 30 */
  neighbours?: number;
}

/** Rows that are the same customer again, changed a little. */
export interface Repeats {
  /** for each row the number of its group; rows without a repeat are alone in theirs */
  groups: Int32Array;
  groupCount: number;
  /** rows that are in a group with others */
  repeatedRows: number;
  pairs: number;
  /** log-odds that a pair had to reach */
  limit: number;
  /** for each column the difference that repeats have most often, with its share among them; empty without repeats */
  typicalDifferences: { column: string; difference: number; share: number }[];
}

/** Of a larger table so many rows are compared first; all of them only where one has a repeat. */
const probedRows = 5_000;
const randomCount = 200_000;
const mostDraws = 10;
const mostSteps = 100;
const surePosterior = 0.99;
/**
 * A copy keeps a column, or moves it as others of its kind are moved: differences that are not frequent make at most this
 * share of any column of the repeats. Else rows that say little, such as those of customers with one order, would pass for
 * copies of each other though not one amount agrees.
 */
const mostOddShare = 0.25;

/**
 * Finds near-duplicates without knowing how they were made. Candidates are each row's nearest in standardised space.
 * For every column the candidates' differences are compared with those of random pairs, and a two-class mixture
 * (Fellegi & Sunter, JASA 1969, fitted by EM as in Winkler 1988) learns which differences repeats have: not only "none"
 * but any shift that occurs again and again, such as +1 or exactly +25.00. A pair is a repeat where the mixture is sure
 * and the evidence against a random pair is above the logarithm of the number of candidates, so that fewer than one
 * pair is expected to pass by chance. Pairs are merged to groups. Of more than 10,000 rows, 5,000 are compared with their
 * nearest first: repeats so rare that none of these has one move no figure.
 *
 * @throws AnalyticsError `too_few_rows` with fewer than three rows
 */
export function findRepeats(table: Table, { seed, neighbours = 30 }: RepeatOptions): Repeats {
  if (table.rows < 3) {
    throw new AnalyticsError('too_few_rows', `Looking for repeats needs three rows; there are ${table.rows}.`);
  }
  const space = spaceOf(table);
  const search = (queries?: Int32Array): Found => searchPairs(table, space, Math.min(neighbours, table.rows - 1), seed, queries); // prettier-ignore
  const probe = table.rows > 2 * probedRows ? search(spread(table.rows, seed)) : undefined;
  const { first, second, columns, shares, limit, repeated } = probe?.repeated.length === 0 ? probe : search();
  const groups = groupsOfPairs(
    table.rows,
    Array.from(repeated, (pair) => [first[pair]!, second[pair]!] as const)
  );
  const sizes = new Map<number, number>();
  groups.forEach((group) => sizes.set(group, (sizes.get(group) ?? 0) + 1));
  return {
    groups,
    groupCount: sizes.size,
    repeatedRows: groups.filter((group) => sizes.get(group)! > 1).length,
    pairs: repeated.length,
    limit,
    typicalDifferences: repeated.length === 0 ? [] : typical(table, columns, shares, first, second),
  };
}

interface Found {
  first: Int32Array;
  second: Int32Array;
  columns: ColumnEvidence[];
  shares: ReturnType<typeof fitMixture>['shares'];
  limit: number;
  /** places of the pairs that are repeats */
  repeated: Int32Array;
}

/** Compares the queried rows, or all, with their nearest among all rows. */
function searchPairs(table: Table, space: Matrix, k: number, seed: number, queries?: Int32Array): Found {
  const { first, second, near } = candidates(space, k, queries);
  const apart = randomPairs(space.rows, queries, { first, second }, seed);
  const columns = table.columns.map((column) => columnEvidence(differenceOf(column), { first, second }, apart));
  const { posterior, shares } = fitMixture(columns, near);
  const evidence = evidenceOf(columns, posterior);
  const limit = Math.log(first.length);
  const repeated = Int32Array.from(posterior.keys()).filter(
    (pair) => posterior[pair]! > surePosterior && evidence[pair]! > limit
  );
  return { first, second, columns, shares, limit, repeated };
}

/** A seeded sample of rows, each at most once. */
function spread(rows: number, seed: number): Int32Array {
  const random = new Random(seed);
  return Int32Array.from(new Set(Array.from({ length: probedRows }, () => random.int(rows)))).sort();
}

interface ColumnEvidence extends Kinds {
  /** kind of difference of each random pair */
  random: Kinds;
  differenceOf: (a: number, b: number) => number;
}

/** The rows where distance between them means something. */
function spaceOf(table: Table): Matrix {
  const scaled = prepare(table, fitPreparation(table, { missing: 'mean-mode', categories: 'one-hot', scale: false }));
  scaleForDistance(scaled, table);
  return scaled;
}

/** Each queried row with its nearest, every pair once; `near` marks the closer part, where the mixture starts from. */
function candidates(
  space: Matrix,
  k: number,
  queries: Int32Array = Int32Array.from({ length: space.rows }, (_, row) => row)
): { first: Int32Array; second: Int32Array; near: Uint8Array } {
  const { rows, squares } = new KdTree(space).nearest(matrixRows(space, queries), k + 1);
  const pairs = new Map<number, number>();
  for (let at = 0; at < rows.length; at++) {
    const a = queries[Math.floor(at / (k + 1))]!;
    const b = rows[at]!;
    if (a !== b) {
      pairs.set(Math.min(a, b) * space.rows + Math.max(a, b), squares[at]!);
    }
  }
  const keys = Float64Array.from(pairs.keys()).sort();
  const distances = Float64Array.from(keys, (key) => pairs.get(key)!);
  const border = Float64Array.from(distances).sort()[Math.floor(0.3 * distances.length)]!;
  return {
    first: Int32Array.from(keys, (key) => Math.floor(key / space.rows)),
    second: Int32Array.from(keys, (key) => key % space.rows),
    near: Uint8Array.from(distances, (distance) => (distance <= border ? 1 : 0)),
  };
}

/** Numbers to unit deviation; two rows that differ in a name are one apart. In place. */
function scaleForDistance(m: { data: Float64Array; rows: number; columns: number }, table: Table): void {
  let at = 0;
  for (const column of table.columns) {
    if (column.kind === 'category') {
      const names = new Set(column.values.filter((value) => value !== null)).size;
      for (let i = 0; i < m.rows; i++) {
        for (let j = at; j < at + names; j++) {
          m.data[i * m.columns + j]! *= Math.SQRT1_2;
        }
      }
      at += names;
      continue;
    }
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < m.rows; i++) {
      sum += m.data[i * m.columns + at]! / m.rows;
    }
    for (let i = 0; i < m.rows; i++) {
      squares += (m.data[i * m.columns + at]! - sum) ** 2 / m.rows;
    }
    const deviation = Math.sqrt(squares) || 1;
    for (let i = 0; i < m.rows; i++) {
      m.data[i * m.columns + at]! /= deviation;
    }
    at++;
  }
}

interface Pairs {
  first: Int32Array;
  second: Int32Array;
}

/**
 * Pairs of a queried row and any other that are no candidates: among all pairs copies are as rare as in the table, and would
 * pass for what chance makes alike.
 */
function randomPairs(rows: number, queries: Int32Array | undefined, { first, second }: Pairs, seed: number): Pairs {
  const keyOf = (a: number, b: number): number => Math.min(a, b) * rows + Math.max(a, b);
  const candidates = new Set(Float64Array.from(first, (a, pair) => keyOf(a, second[pair]!)));
  const random = new Random(seed);
  const drawn = { first: new Int32Array(randomCount), second: new Int32Array(randomCount) };
  for (let pair = 0; pair < randomCount; pair++) {
    // In a table of a few rows all pairs are candidates.
    for (let draw = 0; draw < mostDraws; draw++) {
      const a = queries ? queries[random.int(queries.length)]! : random.int(rows);
      const b = (a + 1 + random.int(rows - 1)) % rows;
      [drawn.first[pair], drawn.second[pair]] = [a, b];
      if (!candidates.has(keyOf(a, b))) {
        break;
      }
    }
  }
  return drawn;
}

function columnEvidence(differ: (a: number, b: number) => number, near: Pairs, apart: Pairs): ColumnEvidence {
  const keys = ({ first, second }: Pairs): Float64Array =>
    Float64Array.from(first, (a, pair) => differ(a, second[pair]!));
  const found = keys(near);
  const { kindOf, kinds } = differenceKinds(found);
  const kind = Int32Array.from(found, kindOf);
  return { kind, kinds, random: { kind: Int32Array.from(keys(apart), kindOf), kinds }, differenceOf: differ };
}

/** EM of two classes of pairs, columns independent within a class. */
function fitMixture(
  columns: readonly ColumnEvidence[],
  near: Uint8Array
): { posterior: Float64Array; shares: Float64Array[] } {
  const pairs = near.length;
  const posterior = Float64Array.from(near);
  let shares: Float64Array[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const prior = Math.min(1 - 1e-9, Math.max(1e-9, posterior.reduce((sum, p) => sum + p, 0) / pairs));
    const odds = new Float64Array(pairs).fill(Math.log(prior / (1 - prior)));
    shares = columns.map(({ kind, kinds }) => {
      const repeat = new Float64Array(kinds).fill(0.5);
      const other = new Float64Array(kinds).fill(0.5);
      kind.forEach((k, pair) => {
        repeat[k]! += posterior[pair]!;
        other[k]! += 1 - posterior[pair]!;
      });
      const [repeatShare, otherShare] = [limited(normalised(repeat)), normalised(other)];
      const againstOther = repeatShare.map((share, k) => Math.log(share / otherShare[k]!));
      kind.forEach((k, pair) => (odds[pair]! += againstOther[k]!));
      return repeatShare;
    });
    let moved = 0;
    odds.forEach((value, pair) => {
      const next = 1 / (1 + Math.exp(-value));
      moved = Math.max(moved, Math.abs(next - posterior[pair]!));
      posterior[pair] = next;
    });
    if (moved < 1e-6) {
      break;
    }
  }
  return { posterior, shares };
}

/**
 * Log-odds of each pair that it is a repeat and not two rows at random, each column given the one that tells most of it.
 * Columns that follow from another, such as all that is missing where a customer has one order, then count once.
 */
function evidenceOf(columns: readonly ColumnEvidence[], posterior: Float64Array): Float64Array {
  const evidence = new Float64Array(posterior.length);
  const parents = dependenceTree(columns.map(({ random }) => random));
  const none = (pairs: number): Kinds => ({ kind: new Int32Array(pairs), kinds: 1 });
  columns.forEach((column, j) => {
    const parent = parents[j]! < 0 ? undefined : columns[parents[j]!]!;
    const of = parent ?? none(posterior.length);
    const repeat = conditionalLogs(column, of, (pair) => posterior[pair]!);
    const random = conditionalLogs(column.random, parent?.random ?? none(randomCount), () => 1);
    const isOdd = (cell: number): boolean => cell % column.kinds === column.kinds - 1;
    const against = repeat.map(
      (log, cell) => (isOdd(cell) ? Math.min(log, Math.log(mostOddShare)) : log) - random[cell]!
    );
    column.kind.forEach((kind, pair) => (evidence[pair]! += against[of.kind[pair]! * column.kinds + kind]!));
  });
  return evidence;
}

function typical(
  table: Table,
  columns: readonly ColumnEvidence[],
  shares: readonly Float64Array[],
  first: Int32Array,
  second: Int32Array
): Repeats['typicalDifferences'] {
  return table.columns.map(({ name }, j) => {
    const share = shares[j]!;
    const top = share.reduce((best, value, k) => (value > share[best]! ? k : best), 0);
    const pair = columns[j]!.kind.indexOf(top);
    return { column: name, difference: columns[j]!.differenceOf(first[pair]!, second[pair]!), share: share[top]! };
  });
}

/** Shares of which the last, of all differences that are not frequent, is at most so much, whether or not others are. */
function limited(shares: Float64Array): Float64Array {
  const odd = shares.length - 1;
  const rest = shares[odd]!;
  return rest <= mostOddShare
    ? shares
    : shares.map((share, kind) => (kind === odd ? mostOddShare : (share * (1 - mostOddShare)) / (1 - rest)));
}

function normalised(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}
