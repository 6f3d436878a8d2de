import { type Policy, actionNames, rightsOfRole } from '@spendscope/contracts';
import { defaultPolicy } from './defaultPolicy';
import { decide } from './policy';

const principal = (role: 'Viewer' | 'Editor' | 'Admin') => ({ login: 'kim', role, rights: rightsOfRole[role] });

describe('the default policy', () => {
  it.each(actionNames)('lets admins %s, lets operators ask and refuses analysts', (action) => {
    expect(decide(defaultPolicy, principal('Admin'), { action })).toEqual({
      effect: 'allow',
      rule: 0,
      policyVersion: 'default-1',
    });
    expect(decide(defaultPolicy, principal('Editor'), { action }).effect).toBe('needs_approval');
    expect(decide(defaultPolicy, principal('Viewer'), { action })).toEqual({
      effect: 'deny',
      missing: 'interventions:create',
      policyVersion: 'default-1',
    });
  });
});

describe('rules', () => {
  const policy: Policy = {
    version: '7',
    rules: [{ roles: ['Editor'], logins: ['lee'], actions: ['lock_account'], maxDurationSec: 3600, effect: 'allow' }],
  };
  const lee = { ...principal('Editor'), login: 'lee' };

  it('refuses what no rule names', () => {
    expect(decide(policy, principal('Admin'), { action: 'lock_account', durationSec: 60 }).effect).toBe('deny');
    expect(decide(policy, principal('Editor'), { action: 'lock_account', durationSec: 60 }).effect).toBe('deny');
    expect(decide(policy, lee, { action: 'block_transaction', durationSec: 60 }).effect).toBe('deny');
  });

  it('holds a rule to its longest time, and counts "until released" as longer', () => {
    expect(decide(policy, lee, { action: 'lock_account', durationSec: 3600 }).effect).toBe('allow');
    expect(decide(policy, lee, { action: 'lock_account', durationSec: 3601 }).effect).toBe('deny');
    expect(decide(policy, lee, { action: 'lock_account' }).effect).toBe('deny');
  });

  it('refuses whoever lacks the right, whatever the rules say', () => {
    expect(decide(policy, { ...lee, rights: ['data:read'] }, { action: 'lock_account', durationSec: 60 })).toEqual({
      effect: 'deny',
      missing: 'interventions:create',
      policyVersion: '7',
    });
  });
});
