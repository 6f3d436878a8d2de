import { type OrgRole, type Policy, PolicyLimits, type PolicyVerdicts, type TargetType } from '@spendscope/contracts';
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
    ? t('policy.only', '{{what}}, {{types}} only', {
        what: lasting,
        types: targetTypes.map(targetTypeWords).join(', '),
      })
    : lasting;
}

/** Each limit with its meaning: what the policy says, else what is built in. */
export function limitWords({ limits = {} }: Policy): [string, string][] {
  const labels: Record<keyof PolicyLimits, string> = {
    locksPer10Min: t('policy.limit.locks', 'Locks in 10 minutes before the brake is on'),
    lockShareOfCustomersPerHour: t('policy.limit.share', 'Share of customers locked in an hour before the brake is on'),
    actsPerTargetPerMinute: t('policy.limit.target', 'Acts on one target a minute'),
    decisionsPerApproverPerMinute: t('policy.limit.approver', 'Decisions of one approver a minute'),
    revealsPerPersonPerMinute: t('policy.limit.reveals', 'Reveals of one person a minute'),
  };
  return (Object.keys(labels) as (keyof PolicyLimits)[]).map((name) => {
    const builtIn = (PolicyLimits.properties[name] as { default?: number }).default;
    const value = limits[name] ?? builtIn ?? 0;
    const text = name === 'lockShareOfCustomersPerHour' ? `${value * 100} %` : String(value);
    return [
      labels[name],
      limits[name] === undefined ? t('policy.limit.builtIn', '{{value}}, built in', { value: text }) : text,
    ];
  });
}
