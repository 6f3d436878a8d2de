/** A column as kinds, one for each pair of rows. */
export interface Kinds {
  kind: Int32Array;
  /** number of different kinds */
  kinds: number;
}

/**
 * The columns that tell most of each other, as a tree (Chow & Liu, IEEE TIT 1968: greatest sum of mutual information): the
 * parent of each column, −1 of the first.
 */
export function dependenceTree(columns: readonly Kinds[]): Int32Array {
  const parents = new Int32Array(columns.length).fill(-1);
  const nearest = new Float64Array(columns.length).fill(-1);
  const open = new Set(columns.keys());
  let added = 0;
  for (open.delete(0); open.size > 0; open.delete(added)) {
    for (const column of open) {
      const told = mutualInformation(columns[added]!, columns[column]!);
      if (told > nearest[column]!) {
        nearest[column] = told;
        parents[column] = added;
      }
    }
    added = [...open].reduce((best, column) => (nearest[column]! > nearest[best]! ? column : best));
  }
  return parents;
}

function mutualInformation(a: Kinds, b: Kinds): number {
  const both = new Float64Array(a.kinds * b.kinds);
  const ofA = new Float64Array(a.kinds);
  const ofB = new Float64Array(b.kinds);
  const pairs = a.kind.length;
  for (let pair = 0; pair < pairs; pair++) {
    both[a.kind[pair]! * b.kinds + b.kind[pair]!]!++;
    ofA[a.kind[pair]!]!++;
    ofB[b.kind[pair]!]!++;
  }
  let sum = 0;
  both.forEach((count, cell) => {
    if (count > 0) {
      const [i, j] = [Math.floor(cell / b.kinds), cell % b.kinds];
      sum += (count / pairs) * Math.log((count * pairs) / (ofA[i]! * ofB[j]!));
    }
  });
  return sum;
}

/** Pairs that a conditional share is drawn towards the share of all with. */
const prior = 5;

/**
 * Logarithm of each kind's share among pairs whose parent column is of a kind: [parent kind × kinds + kind]. Where pairs with
 * that parent are few it is drawn towards the share among all.
 *
 * @param weight of each pair
 */
export function conditionalLogs(column: Kinds, parent: Kinds, weight: (pair: number) => number): Float64Array {
  const { kinds } = column;
  const all = new Float64Array(kinds).fill(0.5);
  const cells = new Float64Array(parent.kinds * kinds);
  const rows = new Float64Array(parent.kinds);
  for (let pair = 0; pair < column.kind.length; pair++) {
    const w = weight(pair);
    all[column.kind[pair]!]! += w;
    cells[parent.kind[pair]! * kinds + column.kind[pair]!]! += w;
    rows[parent.kind[pair]!]! += w;
  }
  const total = all.reduce((sum, count) => sum + count, 0);
  return cells.map((count, cell) => {
    const marginal = all[cell % kinds]! / total;
    return Math.log((count + prior * marginal) / (rows[Math.floor(cell / kinds)]! + prior));
  });
}
