import type { SelectionStep } from '@spendscope/contracts';
import fc from 'fast-check';
import { selectItems } from '../../selection/selection';
import { scatter } from '../../testing/scatter';
import { maskSelection } from './maskSelection';
import { tilePoints } from './tiles';

const positions = scatter(4_000, 7);
const home = { x: [-1.5, 1.5], y: [-1.5, 1.5] } as const;
const tiled = tilePoints({ length: 4_000, clusters: 3, ...positions }, home);
const items = { length: tiled.length, x: tiled.x, y: tiled.y, cluster: tiled.cluster };

const place = fc.double({ min: -5, max: 5, noNaN: true });
const lasso = fc
  .array(fc.tuple(place, place), { minLength: 3, maxLength: 12 })
  .map((points) => ({ kind: 'lasso' as const, points }));
const box = fc.tuple(place, place, place, place).map(([a, b, c, d]) => ({
  kind: 'box' as const,
  box: { xMin: Math.min(a, b), xMax: Math.max(a, b), yMin: Math.min(c, d), yMax: Math.max(c, d) },
}));
const step: fc.Arbitrary<SelectionStep> = fc.record({
  operation: fc.constantFrom('replace', 'add', 'subtract'),
  shape: fc.oneof(lasso, box),
});

describe('maskSelection', () => {
  it('selects exactly whom a look at every customer selects, also far outside of the tiles', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), fc.uniqueArray(fc.nat(2), { maxLength: 2 }), (steps, isolated) => {
        const mask = maskSelection(tiled, steps, new Set(isolated)) ?? [];
        const expected = selectItems(items, steps, new Set(isolated)) ?? [];
        expect(Buffer.compare(Buffer.from(mask), Buffer.from(expected))).toBe(0);
      }),
      { seed: 11, numRuns: 200 }
    );
  });

  it('tells nothing selected from an empty selection', () => {
    expect(maskSelection(tiled, [], new Set())).toBeUndefined();
    const nowhere: SelectionStep = {
      operation: 'replace',
      shape: { kind: 'box', box: { xMin: 90, xMax: 91, yMin: 90, yMax: 91 } },
    };
    expect(maskSelection(tiled, [nowhere], new Set())?.some(Boolean)).toBe(false);
  });
});
