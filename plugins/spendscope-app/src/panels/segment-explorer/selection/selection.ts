import { beginsWithAll, isInBox, isInPolygon, shapeBox, type SelectionStep } from '@spendscope/contracts';
import type { ExplorerItems } from '../types';

/**
 * Shapes in the order they were drawn. Kept instead of a list of customers, so that a refresh or another zoom selects
 * anew what lies inside.
 */
export type Selection = readonly SelectionStep[];

export function addStep(selection: Selection, step: SelectionStep): Selection {
  return step.operation === 'replace' ? [step] : [...selection, step];
}

/**
 * Marks the selected items with 1.
 *
 * @param isolated clusters that the selection is cut down to; none means all. Alone, it selects those clusters whole.
 * @returns undefined when nothing limits the view, so "nothing selected" and "an empty selection" stay apart.
 */
export function selectItems(
  items: Pick<ExplorerItems, 'length' | 'x' | 'y' | 'cluster'>,
  selection: Selection,
  isolated: ReadonlySet<number>
): Uint8Array | undefined {
  if (selection.length === 0 && isolated.size === 0) {
    return undefined;
  }
  const mask = new Uint8Array(items.length);
  if (beginsWithAll(selection)) {
    mask.fill(1);
  }
  for (const { operation, shape } of selection) {
    const box = shapeBox(shape);
    const value = operation === 'subtract' ? 0 : 1;
    for (let i = 0; i < items.length; i += 1) {
      const x = items.x[i]!;
      const y = items.y[i]!;
      if (isInBox(x, y, box) && (shape.kind === 'box' || isInPolygon(x, y, shape.points))) {
        mask[i] = value;
      }
    }
  }
  keepClusters(mask, items.cluster, isolated);
  return mask;
}

/** Takes out of the mask whoever is in none of the isolated clusters. */
export function keepClusters(mask: Uint8Array, cluster: ExplorerItems['cluster'], isolated: ReadonlySet<number>): void {
  if (isolated.size > 0) {
    for (let i = 0; i < mask.length; i += 1) {
      if (!isolated.has(cluster[i]!)) {
        mask[i] = 0;
      }
    }
  }
}
