import type { AuditRecord } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';

const knownActions = (): Record<string, string> => ({
  lock_account: t('audit.action.lock_account', 'Lock account'),
  block_transaction: t('audit.action.block_transaction', 'Block transaction'),
  require_extra_auth: t('audit.action.require_extra_auth', 'Extra authentication'),
  'audit.search': t('audit.action.search', 'Read the audit log'),
  'audit.verify': t('audit.action.verify', 'Verify the chain'),
  'audit.checkpoints': t('audit.action.checkpoints', 'Read checkpoints'),
  release: t('audit.action.release', 'Release'),
  'alerts.grafana': t('audit.action.alerts_grafana', 'Alert from Grafana'),
  'alerts.watcher': t('audit.action.alerts_watcher', 'Alert from Watcher'),
  'breaker.trip': t('audit.action.breaker_trip', 'Brake thrown'),
  'breaker.reset': t('audit.action.breaker_reset', 'Brake released'),
  extend: t('audit.action.extend', 'Extend'),
  'export.anomalies': t('audit.action.export_anomalies', 'Export anomalies'),
  'export.customers': t('audit.action.export_customers', 'Export customers'),
  'export.interventions': t('audit.action.export_interventions', 'Export interventions'),
  label: t('audit.action.label', 'Label an anomaly'),
  'label.delete': t('audit.action.label_delete', 'Take a label back'),
  'mode.switch': t('audit.action.mode_switch', 'Switch the mode'),
  'model.promote': t('audit.action.model_promote', 'Ask to promote a model'),
  'model.roll_back': t('audit.action.model_roll_back', 'Ask to roll a model back'),
  'model.approve': t('audit.action.model_approve', 'Approve a change of the live model'),
  'model.reject': t('audit.action.model_reject', 'Reject a change of the live model'),
  'model.cancel': t('audit.action.model_cancel', 'Take a change of the live model back'),
  'pii.reveal': t('audit.action.pii_reveal', 'Reveal an original'),
  'review.close': t('audit.action.review_close', 'Close an alert’s review'),
  approve: t('audit.action.approve', 'Approve'),
  reject: t('audit.action.reject', 'Reject'),
  cancel: t('audit.action.cancel', 'Take a request back'),
  'policy.load': t('audit.action.policy_load', 'Load the policy'),
  'refused.calls': t('audit.action.refused_calls', 'Refused calls, summed up'),
  'privacy.erase': t('audit.action.privacy_erase', 'Erase a person'),
  suppress: t('audit.action.suppress', 'Suppress anomalies'),
  'suppress.revoke': t('audit.action.suppress_revoke', 'End a suppression'),
  'persona.regenerate': t('audit.action.persona_regenerate', 'Write a persona anew'),
});

/** An audited action in words; an unknown one stands as it is. */
export function auditActionWords({ action, result }: Pick<AuditRecord, 'action' | 'result'>): string {
  const words = knownActions()[action] ?? action;
  return result.startsWith('dry_run') ? t('audit.dryRunOf', 'Dry run: {{action}}', { action: words }) : words;
}

export const auditActions = (): { value: string; label: string }[] =>
  Object.entries(knownActions()).map(([value, label]) => ({ value, label }));
