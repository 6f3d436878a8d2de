import { type Box, type Point, boxOf, isInBox, isInPolygon } from './geometry';

/** A shape on the plane, in positions of the axes' scales. */
export type Shape = { kind: 'box'; box: Box } | { kind: 'lasso'; points: readonly Point[] };

export const selectionOperations = ['replace', 'add', 'subtract'] as const;
export type SelectionOperation = (typeof selectionOperations)[number];

export interface SelectionStep {
  operation: SelectionOperation;
  shape: Shape;
}

/** The shape's bounding box. */
export const shapeBox = (shape: Shape): Box => (shape.kind === 'box' ? shape.box : boxOf(shape.points));

export const isInShape = (x: number, y: number, shape: Shape): boolean =>
  isInBox(x, y, shapeBox(shape)) && (shape.kind === 'box' || isInPolygon(x, y, shape.points));

/** Whether the steps begin with everybody: to subtract from nothing means to subtract from all. */
export const beginsWithAll = (steps: readonly SelectionStep[]): boolean =>
  steps.length === 0 || steps[0]!.operation === 'subtract';

/** Whether a place is selected after all steps; the last one that covers it decides. */
export function isSelected(steps: readonly SelectionStep[], x: number, y: number): boolean {
  let selected = beginsWithAll(steps);
  for (const { operation, shape } of steps) {
    if (isInShape(x, y, shape)) {
      selected = operation !== 'subtract';
    } else if (operation === 'replace') {
      selected = false;
    }
  }
  return selected;
}
