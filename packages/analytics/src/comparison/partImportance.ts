import { rocAuc } from '../evaluation/rankMetrics';
import { type Importance, permutationImportance } from '../explain/permutationImportance';
import type { Labels } from '../labels';
import type { Table } from '../preprocessing/table';
import type { FoldFit } from './crossFit';
import { sampledRows, takeLabelled } from './learner';

interface TestedPart {
  table: Table;
  labels: Labels;
}

/** How much ROC-AUC each column is worth to a model: its fall on the test parts, one shuffle each, mean and deviation over them. */
export function partImportance(
  fits: readonly Pick<FoldFit, 'predict'>[],
  parts: readonly TestedPart[],
  { seed, mostRows }: { seed: number; mostRows: number }
): Importance[] {
  const byPart = parts.map((part, fold) => {
    const rows = sampledRows(part.labels, mostRows, seed);
    const { table, labels } = rows ? takeLabelled(part, rows) : part;
    const score = (shuffled: Table): number => rocAuc(fits[fold]!.predict(shuffled), labels);
    return permutationImportance(table, score, { seed: seed + fold, repeats: 1 });
  });
  return byPart[0]!.map(({ name }, column) => {
    const drops = byPart.map((part) => part[column]!.drop);
    const drop = drops.reduce((sum, each) => sum + each, 0) / drops.length;
    const squares = drops.reduce((sum, each) => sum + (each - drop) ** 2, 0);
    return { name, drop, deviation: Math.sqrt(squares / Math.max(1, drops.length - 1)) };
  });
}
