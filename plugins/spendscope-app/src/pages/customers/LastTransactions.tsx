import { dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Transaction } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatAmount } from '../../shared/format/formatAmount';
import { t } from '../../shared/i18n/t';
import { PlainTable } from '../PlainTable';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';

const shown = 10;

/** The newest of them; all are on the dashboard of spend. */
export function LastTransactions({ transactions }: { transactions: readonly Transaction[] }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  return (
    <Section boxed title={t('customer.transactions', 'What was bought last?')}>
      {transactions.length === 0 ? (
        <p className={styles.quiet}>{t('customer.noTransactions', 'No transaction of this customer is loaded.')}</p>
      ) : (
        <PlainTable<Transaction>
          label={t('customer.transactionTable', 'Last transactions')}
          rows={transactions.slice(0, shown)}
          keyOf={({ transaction_id: id }) => id}
          columns={[
            {
              key: 'time',
              label: t('anomalies.column.time', 'Time'),
              cell: (row) => dateTimeFormat(row['@timestamp'], { format: 'YYYY-MM-DD HH:mm' }),
            },
            {
              key: 'where',
              label: t('customer.whereBought', 'Where'),
              wraps: true,
              cell: ({ merchant, category_mid: mid, category_large: large }) =>
                [merchant, mid ?? large].filter(Boolean).join(' · '),
            },
            { key: 'type', label: t('customer.type', 'Type'), cell: ({ type }) => type },
            {
              key: 'amount',
              label: t('anomalies.column.amount', 'Amount'),
              alignRight: true,
              cell: ({ amount, currency }) => formatAmount(amount, currency),
            },
          ]}
        />
      )}
    </Section>
  );
}
