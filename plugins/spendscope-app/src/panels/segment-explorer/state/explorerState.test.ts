import { viewportOf } from '../axis/viewport';
import { crosshairStep, initialState, reduceExplorer, type ExplorerAction, type ExplorerState } from './explorerState';

const whole = viewportOf([0, 10], [0, 10]);
const extent = { whole, home: whole };
const box = { kind: 'box', box: { xMin: 0, xMax: 1, yMin: 0, yMax: 1 } } as const;
const after = (...actions: ExplorerAction[]): ExplorerState => actions.reduce(reduceExplorer, initialState);
const isolated = (...actions: ExplorerAction[]): string[] => [...after(...actions).isolated];

describe('reduceExplorer', () => {
  it('isolates one cluster, another instead, and none when it is clicked again', () => {
    const a = { type: 'isolate', key: 'a', several: false } as const;
    const b = { type: 'isolate', key: 'b', several: false } as const;
    expect(isolated(a)).toEqual(['a']);
    expect(isolated(a, b)).toEqual(['b']);
    expect(isolated(a, a)).toEqual([]);
  });

  it('collects several clusters with Ctrl', () => {
    const a = { type: 'isolate', key: 'a', several: true } as const;
    const b = { type: 'isolate', key: 'b', several: true } as const;
    expect(isolated(a, b)).toEqual(['a', 'b']);
    expect(isolated(a, b, a)).toEqual(['b']);
  });

  it('clears shapes and isolation together, and brings shapes back by undo', () => {
    const cleared = after(
      { type: 'select', step: { operation: 'replace', shape: box } },
      { type: 'isolate', key: 'a', several: false },
      { type: 'clear' }
    );
    expect([cleared.history.present, cleared.isolated.size]).toEqual([[], 0]);
    expect(reduceExplorer(cleared, { type: 'undo' }).history.present).toEqual([{ operation: 'replace', shape: box }]);
  });

  it('zooms around the middle unless told where, and goes back to everything', () => {
    expect(after({ type: 'zoom', extent, factor: 2 }).viewport).toEqual({ xMin: 2.5, xMax: 7.5, yMin: 2.5, yMax: 7.5 });
    expect(after({ type: 'zoom', extent, factor: 2, centre: [0, 0] }).viewport).toEqual({
      xMin: 0,
      xMax: 5,
      yMin: 0,
      yMax: 5,
    });
    expect(after({ type: 'zoom', extent, factor: 2 }, { type: 'resetView' }).viewport).toBeUndefined();
  });

  it('starts at home, and shows the whole when asked', () => {
    const wider = { whole, home: viewportOf([4, 6], [0, 10]) };
    expect(after({ type: 'zoom', extent: wider, factor: 2 }).viewport).toMatchObject({ xMin: 4.5, xMax: 5.5 });
    expect(after({ type: 'zoom', extent: wider, factor: 0.1 }).viewport).toEqual(whole);
    expect(after({ type: 'showAll', extent: wider }).viewport).toEqual(whole);
  });

  it('follows the crosshair out of the view, and stays where it is within', () => {
    const narrow = { whole, home: viewportOf([4, 6], [0, 10]) };
    expect(after({ type: 'crosshair', extent: narrow, to: [5, 5] }).viewport).toBeUndefined();
    expect(after({ type: 'crosshair', extent: narrow, to: [7, 5] }).viewport).toEqual(viewportOf([5, 7], [0, 10]));
    expect(after({ type: 'crosshair', extent: narrow, to: [1, 5] }).viewport).toEqual(viewportOf([1, 3], [0, 10]));
  });

  it('forgets places on the plane when the axes change, but keeps isolated clusters', () => {
    const state = after(
      { type: 'select', step: { operation: 'replace', shape: box } },
      { type: 'isolate', key: 'a', several: false },
      { type: 'crosshair', extent, to: [1, 1] },
      { type: 'otherAxes' }
    );
    expect(state).toEqual({ ...initialState, isolated: new Set(['a']), crosshair: undefined });
  });
});

it('moves the crosshair by cells, or by a fiftieth of the view where there are none', () => {
  expect(crosshairStep(whole, { width: 0.05, height: 0.1 })).toEqual({ width: 0.05, height: 0.1 });
  expect(crosshairStep(whole, { width: 0, height: 0 })).toEqual({ width: 0.2, height: 0.2 });
});
