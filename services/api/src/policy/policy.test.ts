import { type Policy, actionNames, formOfAct, policyActNames, rightsOfRole } from '@spendscope/contracts';
import { defaultPolicy } from './defaultPolicy';
import { decide } from './policy';

const principal = (role: 'Viewer' | 'Editor' | 'Admin') => ({ login: 'kim', role, rights: rightsOfRole[role] });

describe('the default policy', () => {
  it.each(actionNames)('lets admins %s, lets operators ask and refuses analysts', (action) => {
    expect(decide(defaultPolicy, principal('Admin'), { act: 'request', action })).toEqual({
      effect: 'allow',
      rule: 0,
      policyVersion: 'default-2',
    });
    expect(decide(defaultPolicy, principal('Editor'), { act: 'request', action }).effect).toBe('needs_approval');
    expect(decide(defaultPolicy, principal('Viewer'), { act: 'request', action })).toEqual({
      effect: 'deny',
      missing: 'interventions:create',
      policyVersion: 'default-2',
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
    expect(decide(policy, principal('Admin'), { act: 'request', action: 'lock_account', durationSec: 60 }).effect).toBe(
      'deny'
    );
    expect(
      decide(policy, principal('Editor'), { act: 'request', action: 'lock_account', durationSec: 60 }).effect
    ).toBe('deny');
    expect(decide(policy, lee, { act: 'request', action: 'block_transaction', durationSec: 60 }).effect).toBe('deny');
  });

  it('holds a rule to its longest time, and counts "until released" as longer', () => {
    expect(decide(policy, lee, { act: 'request', action: 'lock_account', durationSec: 3600 }).effect).toBe('allow');
    expect(decide(policy, lee, { act: 'request', action: 'lock_account', durationSec: 3601 }).effect).toBe('deny');
    expect(decide(policy, lee, { act: 'request', action: 'lock_account' }).effect).toBe('deny');
  });

  it('refuses whoever lacks the right, whatever the rules say', () => {
    expect(
      decide(policy, { ...lee, rights: ['data:read'] }, { act: 'request', action: 'lock_account', durationSec: 60 })
    ).toEqual({
      effect: 'deny',
      missing: 'interventions:create',
      policyVersion: '7',
    });
  });
});

describe('the default policy of every other act', () => {
  it('allows whom the right allows, so that nothing changes where no file is set', () => {
    for (const act of policyActNames.filter((one) => one !== 'request' && one !== 'extend')) {
      for (const role of ['Viewer', 'Editor', 'Admin'] as const) {
        const { effect } = decide(defaultPolicy, principal(role), { act, action: 'lock_account' });
        expect([act, role, effect]).toEqual([
          act,
          role,
          principal(role).rights.includes(formOfAct(act).right) ? 'allow' : 'deny',
        ]);
      }
    }
  });
});

describe('rules of every act', () => {
  const policy: Policy = {
    version: '8',
    format: 2,
    rules: [
      {
        roles: ['Admin'],
        acts: ['approve', 'extend'],
        actions: ['lock_account'],
        maxDurationSec: 3600,
        effect: 'allow',
      },
      { roles: ['Admin'], acts: ['release'], targetTypes: ['account'], effect: 'allow' },
      { roles: ['Admin'], logins: ['kim'], acts: ['reveal', 'erase'], effect: 'allow' },
      { roles: ['Admin', 'Editor'], actions: ['lock_account'], effect: 'needs_approval' },
    ],
  };
  const [kim, lee] = [principal('Admin'), { ...principal('Admin'), login: 'lee' }];

  it('deny what no rule names, by the name of the act', () => {
    for (const act of ['label', 'suppress', 'close_review', 'export', 'switch_mode', 'reset_brake'] as const) {
      expect(decide(policy, kim, { act })).toEqual({ effect: 'deny', missing: `policy:${act}`, policyVersion: '8' });
    }
    expect(decide(policy, kim, { act: 'reject', action: 'lock_account' }).missing).toBe('policy:reject');
    expect(decide(policy, kim, { act: 'reveal' }).effect).toBe('allow');
    expect(decide(policy, lee, { act: 'reveal' }).missing).toBe('policy:reveal');
  });

  it('hold an act to the action, target and time that the rule names', () => {
    const approve = (durationSec?: number) => ({
      act: 'approve' as const,
      action: 'lock_account' as const,
      durationSec,
    });
    expect(decide(policy, kim, approve(3600)).effect).toBe('allow');
    expect(decide(policy, kim, approve(3601)).effect).toBe('deny');
    expect(decide(policy, kim, { ...approve(60), action: 'block_transaction' }).effect).toBe('deny');
    const release = { act: 'release' as const, action: 'lock_account' as const };
    expect(decide(policy, kim, { ...release, targetType: 'account' }).effect).toBe('allow');
    expect(decide(policy, kim, { ...release, targetType: 'transaction' }).effect).toBe('deny');
  });

  it('do not reach further than the acts that they name', () => {
    expect(decide(policy, kim, { act: 'request', action: 'lock_account', durationSec: 60 })).toMatchObject({ rule: 3 });
    expect(decide(policy, kim, { act: 'extend', action: 'lock_account', durationSec: 60 })).toMatchObject({ rule: 0 });
  });

  it('leave a file of format 1 as it was: its rules decide asking and extending, the right alone the rest', () => {
    const old: Policy = { version: '6', rules: [] };
    expect(decide(old, kim, { act: 'release', action: 'lock_account' })).toEqual({
      effect: 'allow',
      policyVersion: '6',
    });
    expect(decide(old, kim, { act: 'request', action: 'lock_account' }).missing).toBe('policy:lock_account');
    expect(decide(old, principal('Editor'), { act: 'reveal' }).missing).toBe('pii:reveal');
  });
});
