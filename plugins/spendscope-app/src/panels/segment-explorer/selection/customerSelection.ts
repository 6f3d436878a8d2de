import type { CustomerSelection, SelectionStep } from '@spendscope/contracts';
import type { ExplorerView } from '../types';
import type { Selection } from './selection';

/** The selection as the API understands it: columns, scales, shapes and clusters, and the dashboard's filter. */
export function customerSelection(
  view: Pick<ExplorerView, 'x' | 'y'>,
  selection: Selection,
  isolated: ReadonlySet<string>,
  filter: string | undefined
): CustomerSelection {
  const clusters = [...isolated].map(Number).filter((key) => Number.isInteger(key) && key >= 0);
  return {
    steps: selection.map(({ operation, shape }) => ({
      operation,
      shape:
        shape.kind === 'box'
          ? shape
          : { kind: 'lasso' as const, points: shape.points.map(([x, y]): [number, number] => [x, y]) },
    })),
    ...(selection.length > 0
      ? {
          axes: {
            x: { field: view.x.column, scale: view.x.scale },
            y: { field: view.y.column, scale: view.y.scale },
          },
        }
      : {}),
    ...(clusters.length > 0 ? { clusters: clusters.sort((a, b) => a - b) } : {}),
    ...(filter ? { filter } : {}),
  };
}

/** The steps of a saved selection, to be drawn again. */
export const stepsOf = (selection: CustomerSelection): readonly SelectionStep[] =>
  selection.steps as readonly SelectionStep[];
