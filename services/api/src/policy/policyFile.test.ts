import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolicyHolder } from './PolicyHolder';
import { defaultPolicy } from './defaultPolicy';
import { parsePolicy } from './policyFile';
import { simulatePolicy } from './simulatePolicy';

const valid = `
version: bank-7
rules:
  - { roles: [Admin], actions: [lock_account], maxDurationSec: 3600, effect: allow }
  - { roles: [Admin, Editor], logins: [lee], actions: [lock_account, block_transaction], effect: needs_approval }
alerts:
  - { alertname: Customer score, action: require_extra_auth, durationSec: 3600 }
`;

describe('a policy file', () => {
  it('is read as YAML or JSON', () => {
    expect(parsePolicy(valid).rules).toHaveLength(2);
    expect(parsePolicy(JSON.stringify(defaultPolicy))).toEqual(defaultPolicy);
  });

  it.each([
    ['no YAML', 'rules: [', 'line'],
    ['a rule of no role', valid.replace('[Admin]', '[]'), '/rules/0/roles'],
    ['an unknown word', valid.replace('effect: allow', 'efect: allow'), '/rules/0'],
    ['an action that is none', valid.replace('[lock_account]', '[delete_account]'), '/rules/0/actions/0'],
    [
      'a time longer than the action',
      valid.replace('3600, effect', '15552000, effect').replace('[lock_account]', '[require_extra_auth]'),
      '/rules/0/maxDurationSec is longer',
    ],
    ['an alert that locks', valid.replace('action: require_extra_auth', 'action: lock_account'), '/alerts/0/action'],
    [
      'an alert named twice',
      `${valid}  - { alertname: Customer score, action: require_extra_auth, durationSec: 60 }\n`,
      'names "Customer score" twice',
    ],
    [
      'acts in format 1',
      valid.replace('roles: [Admin], actions', 'roles: [Admin], acts: [release], actions'),
      '/rules/0/acts needs format 2. Write "format: 2"',
    ],
    ['a format that is none', `format: 3\n${valid}`, '/format'],
    ['a rule of nothing', valid.replace(', actions: [lock_account], max', ', max'), '/rules/0 names neither acts nor'],
    [
      'an action of what is on none',
      `format: 2\n${valid.replace('roles: [Admin], actions', 'roles: [Admin], acts: [reveal], actions')}`,
      '/rules/0/actions cannot be of reveal',
    ],
    [
      'a time of what sets none',
      `format: 2\n${valid.replace('roles: [Admin], actions', 'roles: [Admin], acts: [release], actions')}`,
      '/rules/0/maxDurationSec cannot be of release',
    ],
    [
      'a second person for what nobody waits with',
      `version: x\nformat: 2\nrules: [{ roles: [Admin], acts: [request, reveal], effect: needs_approval }]`,
      '/rules/0/effect cannot be needs_approval for reveal',
    ],
    [
      'a target that the action has not',
      valid.replace('[lock_account],', '[lock_account], targetTypes: [transaction],'),
      '/rules/0/targetTypes',
    ],
  ])('with %s is refused, naming the place', (_name, text, message) => {
    expect(() => parsePolicy(text)).toThrow(message);
  });

  it('decides the simulated like the real, naming the rule or what is missing', () => {
    const cases = [
      { login: 'kim', role: 'Admin', action: 'lock_account', durationSec: 3600 },
      { login: 'kim', role: 'Admin', action: 'lock_account' },
      { login: 'lee', role: 'Editor', action: 'block_transaction' },
      { login: 'park', role: 'Viewer', action: 'lock_account' },
    ] as const;
    expect(simulatePolicy(parsePolicy(valid), [...cases])).toEqual({
      policyVersion: 'bank-7',
      verdicts: [
        { effect: 'allow', rule: 0 },
        { effect: 'deny', missing: 'policy:lock_account' },
        { effect: 'needs_approval', rule: 1 },
        { effect: 'deny', missing: 'interventions:create' },
      ],
    });
  });

  it('decides the simulated acts on no intervention too, and asks for the action of the others', () => {
    const one = { login: 'kim', role: 'Admin' } as const;
    const acts = ['reveal', 'switch_mode'] as const;
    const policy = parsePolicy('{ version: x, format: 2, rules: [{ roles: [Admin], acts: [reveal], effect: allow }] }');
    expect(
      simulatePolicy(
        policy,
        acts.map((act) => ({ ...one, act }))
      ).verdicts
    ).toEqual([
      { effect: 'allow', rule: 0 },
      { effect: 'deny', missing: 'policy:switch_mode' },
    ]);
    expect(() => simulatePolicy(policy, [{ ...one, act: 'release' }])).toThrow('Say which action');
  });
});

describe('the policy in force', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-policy-'));
  const file = join(folder, 'policy.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };

  it('follows its file, and stays the last good one while the file is wrong', () => {
    write(valid);
    const versions: string[] = [];
    const holder = new PolicyHolder(
      file,
      () => new Date(0),
      ({ policy, problem }) => versions.push(problem ?? policy.version)
    );
    expect(holder.current.version).toBe('bank-7');
    write(valid.replace('bank-7', 'bank-8'));
    expect([holder.reload(), holder.current.version]).toEqual([true, 'bank-8']);
    write('version: bank-9\nrules: everything');
    expect([holder.reload(), holder.current.version]).toEqual([false, 'bank-8']);
    expect(holder.state.problem).toContain('/rules');
    write(valid.replace('bank-7', 'bank-9'));
    expect([holder.reload(), holder.state.problem]).toEqual([true, undefined]);
    expect(versions).toEqual(['bank-8', expect.stringContaining('/rules'), 'bank-9']);
  });

  it('does not begin with a file that is wrong', () => {
    write('rules: []');
    expect(() => new PolicyHolder(file, () => new Date())).toThrow('version');
    expect(() => new PolicyHolder(join(folder, 'none.yaml'), () => new Date())).toThrow('cannot be read');
  });
});
