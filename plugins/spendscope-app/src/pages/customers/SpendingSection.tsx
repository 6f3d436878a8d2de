import { useStyles2 } from '@grafana/ui';
import type { CustomerSpending } from '@spendscope/contracts';
import type { JSX } from 'react';
import { CategoryBars } from '../../shared/customers/CategoryBars';
import { t } from '../../shared/i18n/t';
import type { Money } from '../../shared/money/money';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';

interface SpendingSectionProps {
  categories: CustomerSpending['categories'];
  money: Money;
}

/** Categories of the last four quarters. */
export function SpendingSection({ categories, money }: SpendingSectionProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  return (
    <Section
      boxed
      title={t('customer.where', 'Where does the money go?')}
      note={t('customer.lastYear', 'last four quarters')}
    >
      {categories.some(({ amount }) => amount > 0) ? (
        <CategoryBars categories={categories} money={money} most={10} />
      ) : (
        <p className={styles.quiet}>{t('customer.noSpend', 'Nothing was spent, or no purchase has a category.')}</p>
      )}
    </Section>
  );
}
