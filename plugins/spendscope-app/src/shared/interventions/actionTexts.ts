import type { ActionDefinition, ActionName, InterventionState, ReasonCode } from '@spendscope/contracts';
import { formatDurationShort, formatDurationWords } from '../format/formatDurationWords';
import { t } from '../i18n/t';

/** A text of the API in the user's language, else in English. */
export const inLanguage = (texts: Record<string, string>, language: string): string =>
  texts[language.slice(0, 2)] ?? texts.en ?? Object.values(texts)[0] ?? '';

/** Label of a row's button: shorter than the action's own, which stands in its tooltip and dialog. */
export function shortActionLabel(definition: ActionDefinition, language: string): string {
  const short: Record<ActionName, string> = {
    lock_account: t('interventions.short.lock_account', 'Lock'),
    block_transaction: t('interventions.short.block_transaction', 'Block'),
    require_extra_auth: t('interventions.short.require_extra_auth', 'Extra auth'),
  };
  return short[definition.name] ?? inLanguage(definition.label, language);
}

/** What an action in a state means for the customer, as a badge says it. */
export function statusWords(action: ActionName, state: InterventionState, secondsLeft?: number): string {
  const inForce: Record<ActionName, string> = {
    lock_account: t('interventions.inForce.lock_account', 'locked'),
    block_transaction: t('interventions.inForce.block_transaction', 'blocked'),
    require_extra_auth: t('interventions.inForce.require_extra_auth', 'extra auth'),
  };
  if (state === 'active') {
    return secondsLeft === undefined
      ? inForce[action]
      : t('interventions.badgeLeft', '{{what}} · {{time}} left', {
          what: inForce[action],
          time: formatDurationShort(secondsLeft),
        });
  }
  return stateWords(state);
}

export function stateWords(state: InterventionState): string {
  const words: Record<InterventionState, string> = {
    requested: t('interventions.state.requested', 'requested…'),
    approved: t('interventions.state.approved', 'approved…'),
    executing: t('interventions.state.executing', 'executing…'),
    releasing: t('interventions.state.releasing', 'releasing…'),
    pending_approval: t('interventions.state.pending_approval', 'approval waiting'),
    active: t('interventions.state.active', 'in force'),
    released: t('interventions.state.released', 'released'),
    denied: t('interventions.state.denied', 'denied'),
    rejected: t('interventions.state.rejected', 'rejected'),
    failed: t('interventions.state.failed', 'failed'),
    unknown: t('interventions.state.unknown', 'unknown, being checked'),
    expired: t('interventions.state.expired', 'expired'),
    cancelled: t('interventions.state.cancelled', 'cancelled'),
  };
  return words[state];
}

export function reasonCodeLabel(code: ReasonCode): string {
  const labels: Record<ReasonCode, string> = {
    card_testing: t('interventions.reason.card_testing', 'Card testing'),
    account_takeover: t('interventions.reason.account_takeover', 'Account takeover'),
    velocity: t('interventions.reason.velocity', 'Too many in a short time'),
    geo_mismatch: t('interventions.reason.geo_mismatch', 'Places do not fit'),
    customer_request: t('interventions.reason.customer_request', 'Customer asked for it'),
    policy: t('interventions.reason.policy', 'Policy'),
    other: t('interventions.reason.other', 'Other (say why)'),
  };
  return labels[code] ?? code;
}

/** “for 24 hours”, or “until released”. */
export const durationWords = (durationSec: number | undefined): string =>
  durationSec === undefined
    ? t('interventions.untilReleased', 'until released')
    : t('interventions.forTime', 'for {{time}}', { time: formatDurationWords(durationSec) });
