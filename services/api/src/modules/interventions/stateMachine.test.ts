import { interventionStates } from '@spendscope/contracts';
import { assertMove, canMove, isOver, moves } from './stateMachine';

const legal = [
  'requested → denied',
  'requested → pending_approval',
  'requested → executing',
  'pending_approval → approved',
  'pending_approval → rejected',
  'pending_approval → cancelled',
  'pending_approval → expired',
  'approved → executing',
  'executing → active',
  'executing → failed',
  'executing → unknown',
  'active → releasing',
  'releasing → released',
  'releasing → expired',
  'unknown → active',
  'unknown → failed',
];

describe('moves of an intervention', () => {
  const pairs = interventionStates.flatMap((from) => interventionStates.map((to) => ({ from, to })));

  it.each(pairs)('$from → $to is legal only when listed', ({ from, to }) => {
    const expected = legal.includes(`${from} → ${to}`);
    expect(canMove(from, to)).toBe(expected);
    if (expected) {
      expect(() => assertMove(from, to)).not.toThrow();
    } else {
      expect(() => assertMove(from, to)).toThrow(`cannot move from ${from} to ${to}`);
    }
  });

  it('knows when it is over', () => {
    expect(interventionStates.filter(isOver)).toEqual([
      'denied',
      'rejected',
      'expired',
      'cancelled',
      'released',
      'failed',
    ]);
  });

  it('reaches every state from requested', () => {
    const reached = new Set(['requested']);
    for (const state of reached) {
      moves[state as keyof typeof moves].forEach((next) => reached.add(next));
    }
    expect([...reached].sort()).toEqual([...interventionStates].sort());
  });
});
