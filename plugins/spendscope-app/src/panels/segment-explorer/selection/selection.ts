import type { ExplorerItems } from '../types';
import { boxOf, isInBox, isInPolygon, type Box, type Point } from './geometry';

export type Shape = { kind: 'box'; box: Box } | { kind: 'lasso'; points: readonly Point[] };
export type SelectionOperation = 'replace' | 'add' | 'subtract';

export interface SelectionStep {
  operation: SelectionOperation;
  shape: Shape;
}

/**
 * Shapes in the order they were drawn. Kept instead of a list of customers, so that a refresh or another zoom selects
 * anew what lies inside.
 */
export type Selection = readonly SelectionStep[];

export function addStep(selection: Selection, step: SelectionStep): Selection {
  return step.operation === 'replace' ? [step] : [...selection, step];
}

function shapeBox(shape: Shape): Box {
  return shape.kind === 'box' ? shape.box : boxOf(shape.points);
}

/**
 * Marks the selected items with 1.
 *
 * @param isolated clusters that the selection is cut down to; none means all. Alone, it selects those clusters whole.
 * @returns undefined when nothing limits the view, so "nothing selected" and "an empty selection" stay apart.
 */
export function selectItems(
  items: ExplorerItems,
  selection: Selection,
  isolated: ReadonlySet<number>
): Uint8Array | undefined {
  if (selection.length === 0 && isolated.size === 0) {
    return undefined;
  }
  const mask = new Uint8Array(items.length);
  // To subtract from nothing means: from everything.
  if (selection.length === 0 || selection[0]!.operation === 'subtract') {
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
  if (isolated.size > 0) {
    for (let i = 0; i < items.length; i += 1) {
      if (!isolated.has(items.cluster[i]!)) {
        mask[i] = 0;
      }
    }
  }
  return mask;
}
