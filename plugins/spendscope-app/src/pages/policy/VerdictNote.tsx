import { Alert, type AlertVariant } from '@grafana/ui';
import type { Policy, PolicyVerdicts } from '@spendscope/contracts';
import type { JSX } from 'react';
import type { ApiError } from '../../shared/api/apiError';
import { t } from '../../shared/i18n/t';
import { outcomeWords } from './policyWords';

type Verdict = PolicyVerdicts['verdicts'][number];

interface VerdictNoteProps {
  policy: Policy;
  verdict?: Verdict;
  error?: ApiError;
}

const severities: Record<Verdict['effect'], AlertVariant> = { allow: 'success', needs_approval: 'info', deny: 'error' };

function titleOf(effect: Verdict['effect']): string {
  const titles: Record<Verdict['effect'], string> = {
    allow: t('policy.verdict.allow', 'Allowed, no approval needed'),
    needs_approval: t('policy.verdict.needs_approval', 'Allowed once a second person approves'),
    deny: t('policy.verdict.deny', 'Denied'),
  };
  return titles[effect];
}

/** The verdict, the rule that decided, or the right that is missing. */
export function VerdictNote({ policy, verdict, error }: VerdictNoteProps): JSX.Element | null {
  if (error) {
    return (
      <Alert severity="warning" title={t('policy.verdict.none', 'The simulation gave no answer')}>
        {error.message}
      </Alert>
    );
  }
  if (!verdict) {
    return null;
  }
  const { effect, rule, missing } = verdict;
  const decided = rule === undefined ? undefined : policy.rules[rule];
  return (
    <Alert severity={severities[effect]} title={titleOf(effect)}>
      {missing && t('policy.verdict.missing', 'What is missing: {{right}}.', { right: missing })}
      {!missing &&
        rule === undefined &&
        t('policy.verdict.right', 'The right alone decides: no rule speaks of this act.')}
      {rule !== undefined &&
        t('policy.verdict.rule', 'Rule {{rule}} decided: {{words}}.', {
          rule: rule + 1,
          words: decided
            ? outcomeWords({
                effect: decided.effect,
                upToSec: decided.maxDurationSec,
                targetTypes: decided.targetTypes,
                actions: decided.acts ? decided.actions : undefined,
              })
            : effect,
        })}
    </Alert>
  );
}
