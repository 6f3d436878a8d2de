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
});

/** An audited action in words; an unknown one stands as it is. */
export function auditActionWords({ action, result }: Pick<AuditRecord, 'action' | 'result'>): string {
  const words = knownActions()[action] ?? action;
  return result.startsWith('dry_run') ? t('audit.dryRunOf', 'Dry run: {{action}}', { action: words }) : words;
}

export const auditActions = (): { value: string; label: string }[] =>
  Object.entries(knownActions()).map(([value, label]) => ({ value, label }));
