import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage, locationService } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { CustomerSelection } from '@spendscope/contracts';
import type { JSX } from 'react';
import { CustomerList } from '../../panels/segment-explorer/drawer/CustomerList';
import { customerPath } from '../../shared/customers/customerPath';
import { t } from '../../shared/i18n/t';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { useSegments } from '../segments/useSegments';
import { TokenForm } from './TokenForm';

/** Those who spend most, of all. */
const everybody: CustomerSelection = { steps: [] };

const open = (token: string): void => locationService.push(customerPath(token));

/** Asks whom to show: by token, or out of those who spend most. */
export function FindCustomer(): JSX.Element {
  const styles = useStyles2(getStyles);
  const { value } = useSegments();
  return (
    <PluginPage subTitle={t('customer.subtitle', 'All that is known of one customer, and what may be done about it.')}>
      <div className={styles.columns} data-testid={testIds.customers.root}>
        <Section boxed title={t('customer.find', 'Whom do you want to see?')}>
          <TokenForm onOpen={open} />
        </Section>
        <Section boxed title={t('customer.spenders', 'Who spends most?')}>
          <div className={styles.list}>
            <CustomerList selection={everybody} money={value?.money ?? {}} onOpen={open} />
          </div>
        </Section>
      </div>
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'columns' | 'list', string> => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(0, 2),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(280px, 1fr) minmax(0, 2fr)' },
  }),
  list: css({ height: 480, display: 'flex', flexDirection: 'column' }),
});
