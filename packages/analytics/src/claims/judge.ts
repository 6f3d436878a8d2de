import type { Association, TooLittle } from './association';
import { strengthOf } from './strength';

export type Relation = 'raises' | 'lowers' | 'related' | 'unrelated';
export type Verdict = 'supported' | 'contradicted' | 'no_evidence' | 'too_little_data';

/**
 * What an association says about a claim, at a corrected p. A directed claim is supported or contradicted by the sign of
 * a relation that counts, and meets no evidence else. "Unrelated" is supported only where the whole interval of the
 * effect is negligible (an equivalence test), for absence of evidence is none; it is contradicted by a relation that
 * counts and is not negligible. Where the groups have no order, a directed claim has nothing to stand on.
 */
export function judge(relation: Relation, found: Association | TooLittle, correctedP: number, alpha = 0.05): Verdict {
  if ('tooLittle' in found) {
    return 'too_little_data';
  }
  const counts = correctedP < alpha;
  if (relation === 'unrelated') {
    const { measure, low, high } = found.effect;
    const negligible = [low, high].every((bound) => strengthOf(measure, bound) === 'negligible');
    return negligible ? 'supported' : counts && found.strength !== 'negligible' ? 'contradicted' : 'no_evidence';
  }
  if (!counts) {
    return 'no_evidence';
  }
  if (relation === 'related') {
    return 'supported';
  }
  const claimed = relation === 'raises' ? 1 : -1;
  return found.direction === claimed ? 'supported' : found.direction === -claimed ? 'contradicted' : 'no_evidence';
}
