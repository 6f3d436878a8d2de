import type { ModelChangeKind, ModelHistoryEntry } from '@spendscope/contracts';
import { liveBefore } from './history';
import { refOf } from './modelNames';
import { statusOf } from './publishStatus';

const ref = (letter: string) => refOf('churn', letter.repeat(64));
const entries = (...steps: [ModelChangeKind, string | undefined, string?][]): ModelHistoryEntry[] =>
  steps.map(([kind, live, shadow], at) => ({
    ...{ model: 'churn', seq: at + 1, at: '2026-01-01T00:00:00.000Z', by: 'user:kim', reason: 'why', kind },
    ...(live ? { live: ref(live) } : {}),
    ...(shadow ? { shadow: ref(shadow) } : {}),
    before: '0'.repeat(64),
  }));

describe('a rollback', () => {
  const trained: [ModelChangeKind, string][] = [
    ['trained', 'a'],
    ['trained', 'b'],
    ['promoted', 'c'],
  ];
  it('goes back one step, and another one further', () => {
    expect(liveBefore(entries(...trained))).toEqual(ref('b'));
    expect(liveBefore(entries(...trained, ['rolled_back', 'b']))).toEqual(ref('a'));
    expect(liveBefore(entries(...trained, ['rolled_back', 'b'], ['rolled_back', 'a']))).toBeUndefined();
  });

  it('goes back to what was live before a promotion that followed a rollback', () => {
    expect(liveBefore(entries(...trained, ['rolled_back', 'b'], ['promoted', 'c']))).toEqual(ref('b'));
  });

  it('has nowhere to go without two that were live', () => {
    expect(liveBefore([])).toBeUndefined();
    expect(liveBefore(entries(['shadowed', undefined, 'a'], ['promoted', 'a']))).toBeUndefined();
    expect(liveBefore(entries(['trained', 'a'], ['shadowed', 'a', 'b']))).toBeUndefined();
  });
});

it('tells of each version what it is and which changes were about it', () => {
  const all = entries(['trained', 'a'], ['shadowed', 'a', 'b'], ['promoted', 'b'], ['shadowed', 'b', 'c']);
  const told = (letter: string) => {
    const { status, history } = statusOf(ref(letter).version, all);
    return [status, history!.map(({ seq }) => seq)];
  };
  expect(told('a')).toEqual(['retired', [1, 3]]);
  expect(told('b')).toEqual(['live', [2, 3]]);
  expect(told('c')).toEqual(['shadow', [4]]);
  expect(told('d')).toEqual(['retired', []]);
});
