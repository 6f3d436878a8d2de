import { binomialProbability } from './saddlePoint';

/** Draws of `drawn` out of `all` of which `marked` are marked. */
export interface Urn {
  all: number;
  marked: number;
  drawn: number;
}

/** Chance that k of the drawn are marked (Loader 2000, §5: three binomials, so that huge counts lose nothing). */
export function hypergeometricProbability(k: number, { all, marked, drawn }: Urn): number {
  const p = drawn / all;
  const q = (all - drawn) / all;
  return (
    (binomialProbability(k, marked, p, q) * binomialProbability(drawn - k, all - marked, p, q)) /
    binomialProbability(drawn, all, p, q)
  );
}

/** Σ of the chances from k away from the mode in steps of ±1, until they no longer count. */
export function hypergeometricTail(k: number, step: 1 | -1, urn: Urn): number {
  const { all, marked, drawn } = urn;
  const end = step === 1 ? Math.min(marked, drawn) : Math.max(0, marked + drawn - all);
  if ((end - k) * step < 0) {
    return 0;
  }
  let term = hypergeometricProbability(k, urn);
  let sum = term;
  for (let at = k; at !== end && term > sum * 1e-17; at += step) {
    term *=
      step === 1
        ? ((marked - at) / (at + 1)) * ((drawn - at) / (all - marked - drawn + at + 1))
        : (at / (marked - at + 1)) * ((all - marked - drawn + at) / (drawn - at + 1));
    sum += term;
  }
  return sum;
}
