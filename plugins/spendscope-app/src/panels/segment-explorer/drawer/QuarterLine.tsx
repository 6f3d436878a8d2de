import { useTheme2 } from '@grafana/ui';
import type { CustomerProfile } from '@spendscope/contracts';
import type { JSX } from 'react';
import { quarterName } from '../../../shared/customers/quarterName';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import type { ExplorerView } from '../types';

interface QuarterLineProps {
  quarters: CustomerProfile['spending']['quarters'];
  money: ExplorerView['spendFormat'];
}

const WIDTH = 400;
const HEIGHT = 72;
const INSET = 6;

/** Spend by quarter as a line; the same in words for screen readers. */
export function QuarterLine({ quarters, money }: QuarterLineProps): JSX.Element {
  const theme = useTheme2();
  const amounts = quarters.map(({ amount }) => amount);
  const top = Math.max(0, ...amounts);
  const bottom = Math.min(0, ...amounts);
  const x = (i: number): number => INSET + (i / Math.max(1, quarters.length - 1)) * (WIDTH - 2 * INSET);
  const y = (amount: number): number => INSET + ((top - amount) / (top - bottom || 1)) * (HEIGHT - 2 * INSET);
  const color = theme.colors.primary.main;
  return (
    <figure style={{ margin: 0 }}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        role="img"
        aria-label={t('explorer.customer.quarters', 'Spend by quarter')}
      >
        <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} stroke={theme.colors.border.weak} />
        <polyline
          points={amounts.map((amount, i) => `${x(i)},${y(amount)}`).join(' ')}
          fill="none"
          stroke={color}
          strokeWidth={2}
        />
        {quarters.map(({ start, amount }, i) => (
          <circle key={start} cx={x(i)} cy={y(amount)} r={3.5} fill={color}>
            <title>{`${quarterName(start)}: ${formatValue(money, amount)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption style={{ display: 'flex', justifyContent: 'space-between', fontSize: 12 }}>
        {quarters.length > 0 && <span>{quarterName(quarters[0]!.start)}</span>}
        <span>{t('explorer.customer.most', 'most {{amount}}', { amount: formatValue(money, top) })}</span>
        {quarters.length > 1 && <span>{quarterName(quarters.at(-1)!.start)}</span>}
      </figcaption>
    </figure>
  );
}
