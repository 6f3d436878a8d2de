import { useEffect, useState } from 'react';
import type { Viewport } from '../axis/viewport';
import type { Selection } from '../selection/selection';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerItems } from '../types';
import type { FullPoints } from './useFullPoints';

/** A view that has come to rest is counted anew after so long, ms. */
const restMs = 150;

export interface FullSelection {
  summary?: SelectionSummary;
  /** What the summary is of. */
  of?: Selection;
  /** Counts up with each selection that the worker holds: what is drawn follows it. */
  version: number;
}

const same = (a: readonly number[], b: ReadonlySet<number>): boolean =>
  a.length === b.size && a.every((item) => b.has(item));

/**
 * The selection among all customers; what was known stays until the worker has answered.
 *
 * @param spendField column whose sum is the spend
 */
export function useFullSelection(
  points: FullPoints | undefined,
  selection: Selection,
  isolated: ReadonlySet<number>,
  spendField: string | undefined
): FullSelection {
  const [known, setKnown] = useState<FullSelection>({ version: 0 });
  const [clusters, setClusters] = useState<readonly number[]>([]);
  if (!same(clusters, isolated)) {
    setClusters([...isolated]);
  }
  useEffect(() => {
    if (!points) {
      return undefined;
    }
    let current = true;
    const ask = async (): Promise<void> => {
      const select = (): Promise<SelectionSummary | undefined> =>
        points.client.call('select', [selection, clusters, spendField]);
      const tell = (summary: SelectionSummary | undefined): void => {
        if (current) {
          setKnown(({ version }) => ({ summary, of: selection, version: version + 1 }));
        }
      };
      const first = await select();
      tell(first);
      if (first && current) {
        // Who is selected shows at once; what sets them apart follows when its columns have come.
        await points.loadMeasures();
        tell(await select());
      }
    };
    ask().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [points, selection, clusters, spendField]);
  return points ? known : { version: 0 };
}

/** Cells of the part in view, once it rests; those of the whole before. */
export function useFullCells(
  points: FullPoints | undefined,
  viewport: Viewport | undefined
): ExplorerItems | undefined {
  const [cells, setCells] = useState<{ of: FullPoints; items: ExplorerItems }>();
  useEffect(() => {
    if (!points || !viewport) {
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      points.client
        .call('cells', [viewport])
        .then((items) => current && setCells({ of: points, items }))
        .catch(() => undefined);
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [points, viewport]);
  const counted = viewport && cells?.of === points ? cells?.items : undefined;
  return counted ?? points?.scene.cells;
}
