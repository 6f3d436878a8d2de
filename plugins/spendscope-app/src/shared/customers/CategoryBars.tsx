import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { CustomerSpending } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatShare } from '../format/formatCount';
import { formatValue } from '../format/formatValue';
import type { Money } from '../money/money';

interface CategoryBarsProps {
  categories: CustomerSpending['categories'];
  money: Money;
  most: number;
}

/** What a customer spends on, most first: amount, and share of all that was spent. */
export function CategoryBars({ categories, money, most }: CategoryBarsProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const spent = categories.filter(({ amount }) => amount > 0);
  const all = spent.reduce((sum, { amount }) => sum + amount, 0);
  const largest = Math.max(...spent.map(({ amount }) => amount));
  return (
    <ul className={styles.bars}>
      {spent.slice(0, most).map(({ category, amount }) => (
        <li key={category}>
          <span title={category}>{category}</span>
          <i style={{ width: `${(amount / largest) * 100}%` }} aria-hidden="true" />
          <span>{formatValue(money, amount)}</span>
          <span>{formatShare(amount / all, 0)}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'bars', string> => ({
  bars: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: 4,
    fontSize: theme.typography.bodySmall.fontSize,
    '& li': {
      display: 'grid',
      gridTemplateColumns: 'minmax(72px, 110px) 1fr max-content 40px',
      gap: theme.spacing(1),
      alignItems: 'center',
    },
    '& li > span:first-of-type': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& li > span:not(:first-of-type)': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& i': { display: 'block', height: 6, borderRadius: 2, background: theme.colors.primary.main },
  }),
});
