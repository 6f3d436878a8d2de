import type { OrgRole, Policy, PolicyVerdicts, TargetType } from '@spendscope/contracts';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import type { Outcome } from './policyMatrix';

export function effectWords(effect: PolicyVerdicts['verdicts'][number]['effect']): string {
  const words = {
    allow: t('policy.effect.allow', 'allowed'),
    needs_approval: t('policy.effect.needs_approval', 'with a second person'),
    deny: t('policy.effect.deny', 'denied'),
  };
  return words[effect];
}

export function roleWords(role: OrgRole): string {
  const words: Record<OrgRole, string> = {
    Viewer: t('policy.role.Viewer', 'Viewer (analyst)'),
    Editor: t('policy.role.Editor', 'Editor (operator)'),
    Admin: t('policy.role.Admin', 'Admin'),
  };
  return words[role];
}

export function targetTypeWords(type: TargetType): string {
  return type === 'account' ? t('policy.target.account', 'account') : t('policy.target.transaction', 'transaction');
}

/** “allowed up to 24 hours”, “with a second person, transaction only”. */
export function outcomeWords({ effect, upToSec, targetTypes }: Omit<Outcome, 'rule'>): string {
  const what = effectWords(effect);
  const lasting =
    upToSec === undefined
      ? what
      : t('policy.upTo', '{{what}} up to {{time}}', { what, time: formatDurationWords(upToSec) });
  return targetTypes
    ? t('policy.only', '{{what}}, {{types}} only', { what: lasting, types: targetTypes.map(targetTypeWords).join(', ') })
    : lasting;
}

/** The limits that are set, with their meaning. */
export function limitWords(policy: Policy): [string, string][] {
  const { limits = {} } = policy;
  const share = limits.lockShareOfCustomersPerHour;
  const all: [string, number | string | undefined][] = [
    [t('policy.limit.locks', 'Locks in 10 minutes before the brake is on'), limits.locksPer10Min],
    [
      t('policy.limit.share', 'Share of customers locked in an hour before the brake is on'),
      share === undefined ? undefined : `${share * 100} %`,
    ],
    [t('policy.limit.target', 'Acts on one target a minute'), limits.actsPerTargetPerMinute],
    [t('policy.limit.approver', 'Decisions of one approver a minute'), limits.decisionsPerApproverPerMinute],
    [t('policy.limit.reveals', 'Reveals of one person a minute'), limits.revealsPerPersonPerMinute],
  ];
  return all.map(([label, value]) => [
    label,
    value === undefined ? t('policy.limit.default', 'as built in') : String(value),
  ]);
}
