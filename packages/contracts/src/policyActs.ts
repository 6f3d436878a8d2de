import type { Right } from './rights';

interface PolicyActForm {
  /** The right without which no rule is asked. */
  right: Right;
  /** About an intervention: a rule may name its actions and target types. */
  onIntervention?: true;
  /** Decides how long it is in force: a rule may name a longest time. */
  lasts?: true;
}

/** Everything that a policy decides, by the name that its rules use. */
export const policyActs = {
  request: { right: 'interventions:create', onIntervention: true, lasts: true },
  extend: { right: 'interventions:release', onIntervention: true, lasts: true },
  release: { right: 'interventions:release', onIntervention: true },
  approve: { right: 'interventions:approve', onIntervention: true, lasts: true },
  reject: { right: 'interventions:approve', onIntervention: true },
  cancel: { right: 'interventions:create', onIntervention: true },
  label: { right: 'labels:write' },
  suppress: { right: 'labels:write' },
  close_review: { right: 'labels:write' },
  export: { right: 'data:export' },
  reveal: { right: 'pii:reveal' },
  erase: { right: 'privacy:erase' },
  switch_mode: { right: 'interventions:approve' },
  operate_jobs: { right: 'models:operate' },
  reset_brake: { right: 'interventions:approve' },
} as const satisfies Record<string, PolicyActForm>;

export type PolicyAct = keyof typeof policyActs;
export const policyActNames = Object.keys(policyActs) as PolicyAct[];

export const formOfAct = (act: PolicyAct): PolicyActForm => policyActs[act];

/** What a rule speaks of that names no acts, and all that rules of format 1 can speak of. */
export const actsOfPlainRule: readonly PolicyAct[] = ['request', 'extend'];

/** Rules of format 1 know of asking and extending only: the other acts go by the right alone. */
export const isRuled = ({ format = 1 }: { format?: number }, act: PolicyAct): boolean =>
  format >= 2 || actsOfPlainRule.includes(act);
