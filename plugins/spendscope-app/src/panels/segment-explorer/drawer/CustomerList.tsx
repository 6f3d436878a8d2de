import { Button, useStyles2 } from '@grafana/ui';
import type { CustomerSelection } from '@spendscope/contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import { SubmitError } from '../../../shared/interventions/SubmitError';
import { SkeletonRows } from '../../../shared/state/SkeletonRows';
import type { ExplorerView } from '../types';
import { getDrawerStyles } from './drawer.styles';
import { useSelectedCustomers } from './useSelectedCustomers';

interface CustomerListProps {
  selection: CustomerSelection;
  money: ExplorerView['spendFormat'];
  onOpen: (token: string) => void;
}

const ROW = 36;
const dash = '–';

/** Selected customers, those who spend most first; only rows in view are in the document. */
export function CustomerList({ selection, money, onOpen }: CustomerListProps): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  const { items, total, cursor, loading, error, more } = useSelectedCustomers(selection);
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 20) {
      more();
    }
  }, [last, items.length, more]);

  return (
    <>
      <p className={styles.muted} style={{ padding: '8px 16px' }} role="status">
        {total
          ? total.relation === 'gte'
            ? t('explorer.customers.atLeast', 'At least {{number}} customers by their own values, by spend', {
                number: formatCount(total.value),
              })
            : t('explorer.customers.total', '{{number}} customers by their own values, by spend', {
                number: formatCount(total.value),
              })
          : loading
            ? t('explorer.customers.loading', 'Looking the customers up')
            : ''}
      </p>
      {error && (
        <div style={{ padding: 16 }}>
          <SubmitError error={error} />
        </div>
      )}
      {loading && items.length === 0 && <SkeletonRows rows={8} />}
      {items.length > 0 && (
        <div
          ref={scroller}
          className={styles.list}
          role="table"
          aria-label={t('explorer.customers.table', 'Selected customers')}
          aria-rowcount={total?.relation === 'eq' ? total.value + 1 : -1}
        >
          <div className={styles.row} style={{ height: ROW, position: 'sticky', top: 0 }} role="row" aria-rowindex={1}>
            <span role="columnheader">{t('explorer.customers.customer', 'Customer')}</span>
            <span role="columnheader" aria-label={t('explorer.table.cluster', 'Cluster')} />
            <span role="columnheader">{t('explorer.customers.recency', 'Days')}</span>
            <span role="columnheader">{t('explorer.customers.spend', 'Spend')}</span>
            <span role="columnheader">{t('explorer.table.churn', 'Churn')}</span>
          </div>
          <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {rows.map(({ index, start }) => {
              const customer = items[index]!;
              return (
                <div
                  key={customer.token}
                  role="row"
                  aria-rowindex={index + 2}
                  className={styles.row}
                  style={{ top: start, height: ROW }}
                >
                  <span role="cell">
                    <Button size="sm" fill="text" onClick={() => onOpen(customer.token)}>
                      {customer.token}
                    </Button>
                  </span>
                  <span role="cell" title={customer.persona} aria-label={customer.persona}>
                    {customer.cluster !== undefined && <ClusterMark cluster={customer.cluster} />}
                  </span>
                  <span role="cell">{customer.recency === undefined ? dash : formatCount(customer.recency)}</span>
                  <span role="cell">
                    {customer.monetary === undefined ? dash : formatValue(money, customer.monetary)}
                  </span>
                  <span role="cell">{customer.churn === undefined ? dash : formatShare(customer.churn)}</span>
                </div>
              );
            })}
          </div>
        </div>
      )}
      {error && cursor && (
        <Button size="sm" variant="secondary" onClick={more}>
          {t('explorer.customers.more', 'Try to go on')}
        </Button>
      )}
    </>
  );
}
