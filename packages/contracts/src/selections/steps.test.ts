import { isSelected, type SelectionStep } from './steps';

const box = (operation: SelectionStep['operation'], xMin: number, xMax: number): SelectionStep => ({
  operation,
  shape: { kind: 'box', box: { xMin, xMax, yMin: 0, yMax: 1 } },
});
const chosen = (steps: readonly SelectionStep[]): number[] =>
  [0.5, 1.5, 2.5, 3.5].filter((x) => isSelected(steps, x, 0.5));

describe('isSelected', () => {
  it('adds, subtracts and begins anew in the order of the steps', () => {
    expect(chosen([box('replace', 0, 3)])).toEqual([0.5, 1.5, 2.5]);
    expect(chosen([box('replace', 0, 1), box('add', 2, 3)])).toEqual([0.5, 2.5]);
    expect(chosen([box('replace', 0, 3), box('subtract', 1, 2)])).toEqual([0.5, 2.5]);
    expect(chosen([box('replace', 0, 3), box('replace', 3, 4)])).toEqual([3.5]);
  });

  it('subtracts from everybody where nothing was drawn before', () => {
    expect(chosen([box('subtract', 1, 2)])).toEqual([0.5, 2.5, 3.5]);
    expect(chosen([])).toHaveLength(4);
  });

  it('takes a lasso by its outline, not by its box', () => {
    const triangle: SelectionStep = {
      operation: 'replace',
      shape: {
        kind: 'lasso',
        points: [
          [0, 0],
          [4, 0],
          [0, 1],
        ],
      },
    };
    expect(chosen([triangle])).toEqual([0.5, 1.5]);
  });
});
