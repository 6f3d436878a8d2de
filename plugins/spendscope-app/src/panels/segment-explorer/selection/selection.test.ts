import type { Shape } from '@spendscope/contracts';
import { pointsInARow } from '../testing/items';
import { addStep, selectItems, type Selection } from './selection';

const items = pointsInARow([0, 0, 1, 1, 2]);
const all = new Set<number>();
const between = (xMin: number, xMax: number): Shape => ({ kind: 'box', box: { xMin, xMax, yMin: -1, yMax: 1 } });
const marked = (selection: Selection, isolated: ReadonlySet<number> = all): number[] | undefined => {
  const mask = selectItems(items, selection, isolated);
  return mask && [...mask];
};

describe('selectItems', () => {
  it('is undefined when nothing is selected, and all zero when the shape hits nothing', () => {
    expect(marked([])).toBeUndefined();
    expect(marked([{ operation: 'replace', shape: between(9, 10) }])).toEqual([0, 0, 0, 0, 0]);
  });

  it('adds and subtracts in the order drawn', () => {
    const first = addStep([], { operation: 'replace', shape: between(0, 2) });
    const added = addStep(first, { operation: 'add', shape: between(4, 4) });
    const cut = addStep(added, { operation: 'subtract', shape: between(1, 1) });
    expect(marked(added)).toEqual([1, 1, 1, 0, 1]);
    expect(marked(cut)).toEqual([1, 0, 1, 0, 1]);
    expect(marked(addStep(cut, { operation: 'replace', shape: between(3, 3) }))).toEqual([0, 0, 0, 1, 0]);
  });

  it('subtracts from everything when nothing was selected', () => {
    expect(marked(addStep([], { operation: 'subtract', shape: between(0, 1) }))).toEqual([0, 0, 1, 1, 1]);
  });

  it('selects by lasso, not by its box', () => {
    const points = [
      [-1, -1],
      [5, 0.1],
      [5, 1],
      [-1, 1],
    ] as const;
    expect(marked([{ operation: 'replace', shape: { kind: 'lasso', points } }])).toEqual([1, 1, 1, 1, 1]);
    const above = [
      [-1, 0.5],
      [5, -0.4],
      [5, 1],
      [-1, 1],
    ] as const;
    expect(marked([{ operation: 'replace', shape: { kind: 'lasso', points: above } }])).toEqual([0, 0, 0, 1, 1]);
  });

  it('cuts down to isolated clusters, and selects them whole without a shape', () => {
    expect(marked([], new Set([1]))).toEqual([0, 0, 1, 1, 0]);
    expect(marked([{ operation: 'replace', shape: between(0, 2) }], new Set([1]))).toEqual([0, 0, 1, 0, 0]);
  });
});
