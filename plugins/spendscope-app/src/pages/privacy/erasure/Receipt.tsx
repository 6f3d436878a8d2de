import { dateTimeFormat } from '@grafana/data';
import { Alert, ClipboardButton, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { Facts } from '../../Facts';
import { getPageStyles } from '../../page.styles';
import { ErasureCounts } from './ErasureCounts';
import { getErasureStyles } from './erasure.styles';
import type { DoneErasure } from './erasureKind';

/** What was erased, and that the audit chain still holds. */
export function Receipt({ erasure, title }: { erasure: DoneErasure; title: string }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const own = useStyles2(getErasureStyles);
  const { id, erasedAt, counts, chainOk, answer } = erasure;
  return (
    <Alert severity={chainOk ? 'success' : 'error'} title={title} style={{ marginTop: 16 }}>
      <Facts
        facts={[
          [t('privacy.receipt.id', 'Receipt'), id && <code className={styles.hash}>{id}</code>],
          [t('privacy.receipt.when', 'When'), dateTimeFormat(erasedAt, { format: 'YYYY-MM-DD HH:mm:ss' })],
          [
            t('privacy.receipt.chain', 'Audit chain'),
            chainOk
              ? t('privacy.receipt.whole', 'verified, whole')
              : t('privacy.receipt.broken', 'does not verify: see the audit page'),
          ],
        ]}
      />
      <div className={own.apart}>
        <ErasureCounts counts={counts} />
      </div>
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => JSON.stringify(answer, null, 2)}>
        {t('privacy.receipt.copy', 'Copy the receipt')}
      </ClipboardButton>
    </Alert>
  );
}
