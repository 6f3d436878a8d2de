import { dateTimeFormat } from '@grafana/data';
import { Alert, ClipboardButton, useStyles2 } from '@grafana/ui';
import type { ErasureReceipt } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';
import { ErasureCounts } from './ErasureCounts';

/** What was erased, and that the audit chain still holds. */
export function Receipt({ receipt }: { receipt: ErasureReceipt }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const { receipt: id, token, erasedAt, counts, chainOk } = receipt;
  return (
    <Alert
      severity={chainOk ? 'success' : 'error'}
      title={t('privacy.receipt.title', 'Erased: {{token}}', { token })}
      style={{ marginTop: 16 }}
    >
      <Facts
        facts={[
          [t('privacy.receipt.id', 'Receipt'), <code className={styles.hash}>{id}</code>],
          [t('privacy.receipt.when', 'When'), dateTimeFormat(erasedAt, { format: 'YYYY-MM-DD HH:mm:ss' })],
          [
            t('privacy.receipt.chain', 'Audit chain'),
            chainOk
              ? t('privacy.receipt.whole', 'verified, whole')
              : t('privacy.receipt.broken', 'does not verify: see the audit page'),
          ],
        ]}
      />
      <ErasureCounts counts={counts} />
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => JSON.stringify(receipt, null, 2)}>
        {t('privacy.receipt.copy', 'Copy the receipt')}
      </ClipboardButton>
    </Alert>
  );
}
