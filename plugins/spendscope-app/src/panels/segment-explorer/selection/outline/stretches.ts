import { beginsWithAll, isInBox, type Shape, type SelectionStep } from '@spendscope/contracts';

/** From and to along a line, in rising order and apart from each other. */
export type Stretches = ReadonlyArray<readonly [number, number]>;

const everywhere: Stretches = [[-Infinity, Infinity]];

/** Where a horizontal line runs inside of a shape, by the rule of `isInPolygon`. */
function crossed(shape: Shape, y: number): Stretches {
  if (shape.kind === 'box') {
    const { xMin, xMax } = shape.box;
    return isInBox(xMin, y, shape.box) ? [[xMin, xMax]] : [];
  }
  const { points } = shape;
  const crossings = points.flatMap(([xi, yi], i) => {
    const [xj, yj] = points[(i + points.length - 1) % points.length]!;
    return yi > y !== yj > y ? [((xj - xi) * (y - yi)) / (yj - yi) + xi] : [];
  });
  crossings.sort((a, b) => a - b);
  return Array.from({ length: crossings.length / 2 }, (_, i) => [crossings[2 * i]!, crossings[2 * i + 1]!] as const);
}

function joined(a: Stretches, b: Stretches): Stretches {
  const all = [...a, ...b].sort(([left], [right]) => left - right);
  const kept: [number, number][] = [];
  for (const [from, to] of all) {
    const last = kept.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      kept.push([from, to]);
    }
  }
  return kept;
}

function without(a: Stretches, b: Stretches): Stretches {
  return b.reduce<Stretches>(
    (left, [from, to]) =>
      left.flatMap(
        ([start, end]) =>
        to <= start || end <= from
          ? [[start, end] as const]
          : ([[start, from], [to, end]] as const).filter(([begin, stop]) => stop > begin) // prettier-ignore
      ),
    a
  );
}

/** Where a horizontal line at `y` is selected after all steps. */
export function selectedStretches(steps: readonly SelectionStep[], y: number): Stretches {
  return steps.reduce<Stretches>(
    (selected, { operation, shape }) => {
      const inside = crossed(shape, y);
      return operation === 'replace'
        ? inside
        : operation === 'add'
          ? joined(selected, inside)
          : without(selected, inside);
    },
    beginsWithAll(steps) ? everywhere : []
  );
}
