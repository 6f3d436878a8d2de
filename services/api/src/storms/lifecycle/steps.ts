import fc from 'fast-check';
import type { Persona } from '../../testing/startTestApi';

export type Step =
  | { kind: 'create'; slot: number; as: Persona; durationSec: number }
  | { kind: 'approve' | 'reject' | 'cancel' | 'release'; slot: number; as: Persona }
  | { kind: 'extend'; slot: number; as: Persona; durationSec: number }
  | { kind: 'wait'; minutes: number }
  /** The clock is set back. */
  | { kind: 'back'; minutes: number }
  | { kind: 'batch'; as: Persona; items: { slot: number; durationSec: number }[] }
  /** `back`: before another takes over, the clock is set back by so many minutes. */
  | { kind: 'crash'; call: number; moment: 'before' | 'after'; back: number; then: Asked };

/** A step that asks the service for something. */
export type Asked = Exclude<Step, { kind: 'crash' | 'wait' | 'back' | 'batch' }>;

/** Targets that a life is about. */
export const slots = 3;

const people: Persona[] = ['kim:Admin', 'choi:Admin', 'lee:Editor', 'park:Viewer'];
const slot = fc.nat({ max: slots - 1 });
const as = fc.constantFrom(...people);
const durationSec = fc.constantFrom(60, 3_600, 7_200);
const asked = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('create' as const), slot, as, durationSec }), weight: 4 },
  {
    arbitrary: fc.record({ kind: fc.constantFrom('approve', 'reject', 'cancel', 'release'), slot, as }),
    weight: 5,
  },
  { arbitrary: fc.record({ kind: fc.constant('extend' as const), slot, as, durationSec }), weight: 2 }
) as fc.Arbitrary<Asked>;

/** Lives of four to ten steps. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: asked, weight: 6 },
    {
      arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 59, 61, 1_500) }),
      weight: 2,
    },
    {
      arbitrary: fc.record({ kind: fc.constant('back' as const), minutes: fc.constantFrom(2, 61, 1_500) }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('batch' as const),
        as,
        items: fc.uniqueArray(fc.record({ slot, durationSec }), { selector: (item) => item.slot, minLength: 1 }),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('crash' as const),
        call: fc.integer({ min: 1, max: 14 }),
        moment: fc.constantFrom('before', 'after'),
        back: fc.constantFrom(0, 0, 30),
        then: asked,
      }) as fc.Arbitrary<Step>,
      weight: 3,
    }
  ),
  { minLength: 4, maxLength: 10 }
);
