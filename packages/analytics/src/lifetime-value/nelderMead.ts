interface Corner {
  at: Float64Array;
  value: number;
}

export interface Minimum extends Corner {
  converged: boolean;
}

/**
 * Finds a local minimum without derivatives (Nelder & Mead, Computer Journal 1965), started again from its result until
 * that no longer helps, because a simplex may collapse before it is there.
 */
export function nelderMead(f: (at: Float64Array) => number, start: readonly number[], tolerance = 1e-12): Minimum {
  let best = runOnce(f, Float64Array.from(start), tolerance);
  for (let again = 0; again < 20; again++) {
    const next = runOnce(f, best.at, tolerance);
    const gained = best.value - next.value;
    best = gained >= 0 ? next : best;
    if (gained <= tolerance * Math.max(1, Math.abs(best.value))) {
      return best;
    }
  }
  return { ...best, converged: false };
}

function runOnce(f: (at: Float64Array) => number, start: Float64Array, tolerance: number): Minimum {
  const n = start.length;
  const simplex = Array.from({ length: n + 1 }, (_, corner): Corner => {
    const at = Float64Array.from(start);
    if (corner > 0) {
      at[corner - 1]! += 0.25;
    }
    return { at, value: f(at) };
  });
  for (let step = 0; step < 400 * n; step++) {
    simplex.sort((a, b) => a.value - b.value);
    const worst = simplex[n]!;
    if (worst.value - simplex[0]!.value <= tolerance * Math.max(1, Math.abs(simplex[0]!.value))) {
      return { ...simplex[0]!, converged: true };
    }
    const centre = start.map((_, j) => simplex.slice(0, n).reduce((sum, { at }) => sum + at[j]! / n, 0));
    const moved = (by: number): Corner => {
      const at = centre.map((c, j) => c + by * (worst.at[j]! - c));
      return { at, value: f(at) };
    };
    const reflected = moved(-1);
    if (reflected.value < simplex[0]!.value) {
      const further = moved(-2);
      simplex[n] = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < simplex[n - 1]!.value) {
      simplex[n] = reflected;
    } else {
      const inside = reflected.value < worst.value ? moved(-0.5) : moved(0.5);
      if (inside.value < Math.min(worst.value, reflected.value)) {
        simplex[n] = inside;
      } else {
        const [first] = simplex;
        for (let corner = 1; corner <= n; corner++) {
          const at = simplex[corner]!.at.map((x, j) => (x + first!.at[j]!) / 2);
          simplex[corner] = { at, value: f(at) };
        }
      }
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return { ...simplex[0]!, converged: false };
}
