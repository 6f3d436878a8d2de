import { emptyHistory, HISTORY_LIMIT, redo, remember, undo } from './history';
import type { Selection } from './selection';

const selection = (x: number): Selection => [
  { operation: 'replace', shape: { kind: 'box', box: { xMin: x, xMax: x, yMin: 0, yMax: 0 } } },
];

describe('selection history', () => {
  it('undoes and redoes', () => {
    const second = remember(remember(emptyHistory, selection(1)), selection(2));
    expect(undo(second).present).toEqual(selection(1));
    expect(undo(undo(second)).present).toEqual([]);
    expect(redo(undo(second))).toEqual(second);
  });

  it('stays where it is at either end', () => {
    expect(undo(emptyHistory)).toBe(emptyHistory);
    expect(redo(emptyHistory)).toBe(emptyHistory);
  });

  it('forgets what was undone once something new is selected', () => {
    const history = remember(undo(remember(emptyHistory, selection(1))), selection(2));
    expect(redo(history).present).toEqual(selection(2));
  });

  it('does not remember clearing nothing', () => {
    expect(remember(emptyHistory, [])).toBe(emptyHistory);
  });

  it(`goes back ${HISTORY_LIMIT} steps`, () => {
    let history = emptyHistory;
    for (let i = 1; i <= HISTORY_LIMIT + 5; i += 1) {
      history = remember(history, selection(i));
    }
    for (let i = 0; i < HISTORY_LIMIT + 5; i += 1) {
      history = undo(history);
    }
    expect(history.present).toEqual(selection(5));
  });
});
