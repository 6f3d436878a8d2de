import {
  type OrgRole,
  type Policy,
  type PolicyAct,
  PolicyLimits,
  type PolicyVerdicts,
  type TargetType,
} from '@spendscope/contracts';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { auditActionWords } from '../audit/auditWords';
import type { Outcome, Principal } from './policyMatrix';

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

export const principalWords = ({ role, login }: Principal): string =>
  login ? t('policy.matrix.person', '{{login}} as {{role}}', { login, role }) : roleWords(role);

export function actWords(act: PolicyAct): string {
  const words: Record<PolicyAct, string> = {
    request: t('policy.act.request', 'Ask for an intervention'),
    extend: t('policy.act.extend', 'Extend'),
    release: t('policy.act.release', 'Release'),
    approve: t('policy.act.approve', 'Approve a request'),
    reject: t('policy.act.reject', 'Reject a request'),
    cancel: t('policy.act.cancel', 'Take back the own request'),
    label: t('policy.act.label', 'Label an anomaly'),
    suppress: t('policy.act.suppress', 'Suppress anomalies'),
    close_review: t('policy.act.close_review', 'Close an alert’s review'),
    export: t('policy.act.export', 'Export'),
    reveal: t('policy.act.reveal', 'Reveal an original'),
    erase: t('policy.act.erase', 'Erase a person'),
    switch_mode: t('policy.act.switch_mode', 'Switch the mode'),
    operate_jobs: t('policy.act.operate_jobs', 'Start or stop a scheduled job'),
    reset_brake: t('policy.act.reset_brake', 'Release the brake'),
  };
  return words[act];
}

export function targetTypeWords(type: TargetType): string {
  return type === 'account' ? t('policy.target.account', 'account') : t('policy.target.transaction', 'transaction');
}

/** “allowed up to 24 hours”, “with a second person, transaction only”. */
export function outcomeWords({ effect, upToSec, targetTypes, actions }: Omit<Outcome, 'rule'>): string {
  const what = effectWords(effect);
  const lasting =
    upToSec === undefined
      ? what
      : t('policy.upTo', '{{what}} up to {{time}}', { what, time: formatDurationWords(upToSec) });
  const limits = [
    ...(actions ?? []).map((action) => auditActionWords({ action, result: '' })),
    ...(targetTypes ?? []).map(targetTypeWords),
  ];
  return limits.length > 0
    ? t('policy.only', '{{what}}, {{types}} only', { what: lasting, types: limits.join(', ') })
    : lasting;
}

/** Each limit with its meaning: what the policy says, else what is built in. */
export function limitWords({ limits = {} }: Policy): [string, string][] {
  const labels: Record<keyof PolicyLimits, string> = {
    locksPer10Min: t('policy.limit.locks', 'Locks in 10 minutes before the brake is on'),
    lockShareOfCustomersPerHour: t('policy.limit.share', 'Share of customers locked in an hour before the brake is on'),
    actsPerPersonPerMinute: t('policy.limit.person', 'Acts of one person a minute; a batch counts each of its items'),
    actsPerActionPerMinute: t('policy.limit.action', 'Requests of one action a minute, whoever asks'),
    actsPerTargetPerMinute: t('policy.limit.target', 'Acts on one target a minute'),
    actsPerInstancePerMinute: t('policy.limit.instance', 'Acts through one Grafana a minute'),
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
