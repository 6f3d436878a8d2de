import type { Policy } from '@spendscope/contracts';
import { cellOf, principalsOf } from './policyMatrix';

const hour = 3_600;
const policy: Policy = {
  version: '1',
  rules: [
    { roles: ['Editor'], logins: ['kim'], actions: ['lock_account'], maxDurationSec: hour, effect: 'allow' },
    { roles: ['Admin'], actions: ['lock_account', 'block_transaction'], maxDurationSec: 24 * hour, effect: 'allow' },
    { roles: ['Admin', 'Editor'], actions: ['lock_account'], effect: 'needs_approval' },
    { roles: ['Admin'], actions: ['lock_account'], maxDurationSec: hour, effect: 'needs_approval' },
  ],
};

describe('policy matrix', () => {
  it('has a row for each role and for each person whom a rule names', () => {
    expect(principalsOf(policy)).toEqual([
      { role: 'Viewer' },
      { role: 'Editor' },
      { role: 'Admin' },
      { role: 'Editor', login: 'kim' },
    ]);
  });

  it('lists what fits in the order of the file, without what an earlier rule takes whole', () => {
    expect(cellOf(policy, { role: 'Admin' }, 'request', 'lock_account')).toEqual({
      outcomes: [
        { effect: 'allow', upToSec: 24 * hour, rule: 1 },
        { effect: 'needs_approval', rule: 2 },
      ],
      elseDenied: false,
    });
  });

  it('denies what no rule speaks of', () => {
    expect(cellOf(policy, { role: 'Admin' }, 'request', 'require_extra_auth')).toEqual({
      outcomes: [],
      elseDenied: true,
    });
    expect(cellOf(policy, { role: 'Admin' }, 'request', 'block_transaction').elseDenied).toBe(true);
  });

  it('gives a named person their own rule and the role’s', () => {
    const rules = (login?: string): number[] =>
      cellOf(policy, { role: 'Editor', login }, 'request', 'lock_account').outcomes.map(({ rule }) => rule);
    expect([rules('kim'), rules('lee'), rules()]).toEqual([[0, 2], [2], [2]]);
  });

  it('names the right that a viewer lacks', () => {
    expect(cellOf(policy, { role: 'Viewer' }, 'request', 'lock_account')).toEqual({
      outcomes: [],
      elseDenied: true,
      missing: 'interventions:create',
    });
  });

  it('leaves the other acts to the right in format 1, and denies them in format 2 where no rule speaks of them', () => {
    expect(cellOf(policy, { role: 'Admin' }, 'release')).toEqual({ outcomes: [], elseDenied: false, byRight: true });
    expect(cellOf({ ...policy, format: 2 }, { role: 'Admin' }, 'release')).toEqual({ outcomes: [], elseDenied: true });
  });

  it('names the actions of a rule where the cell speaks of all of them', () => {
    const rules: Policy['rules'] = [
      { roles: ['Admin'], acts: ['release', 'approve'], actions: ['lock_account'], effect: 'allow' },
      { roles: ['Admin'], acts: ['release'], actions: ['lock_account'], effect: 'allow' },
    ];
    expect(cellOf({ version: '2', format: 2, rules }, { role: 'Admin' }, 'release')).toEqual({
      outcomes: [{ effect: 'allow', actions: ['lock_account'], rule: 0 }],
      elseDenied: true,
    });
  });
});
