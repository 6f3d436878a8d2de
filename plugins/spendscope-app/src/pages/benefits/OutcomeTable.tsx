import { Badge, type BadgeColor, useStyles2 } from '@grafana/ui';
import type { BenefitOutcome, CardOutcome, Estimate } from '@spendscope/contracts';
import type { JSX, ReactNode } from 'react';
import { formatAmount, formatAmountShort } from '../../shared/format/formatAmount';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { type PlainColumn, PlainTable } from '../PlainTable';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';

const verdicts: Record<CardOutcome['pays'], { words: () => string; color: BadgeColor }> = {
  both: { words: () => t('benefits.pays.both', 'Pays for both'), color: 'green' },
  'customer only': { words: () => t('benefits.pays.customer', 'Pays for customers only'), color: 'orange' },
  'company only': { words: () => t('benefits.pays.company', 'Pays for the company only'), color: 'orange' },
  neither: { words: () => t('benefits.pays.neither', 'Pays for nobody'), color: 'red' },
  'cannot tell': { words: () => t('benefits.pays.open', 'The sample cannot tell'), color: 'blue' },
};

const share = (value: number): string =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(value);

interface Line {
  label: string;
  cell: (card: CardOutcome) => ReactNode;
}

/** The cards side by side: what each is for a customer, for the company, benefit by benefit, and beside cards there are. */
export function OutcomeTable({ outcome }: { outcome: BenefitOutcome }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const { cards, currency } = outcome;
  const whole = (value: number): string => formatAmount(Math.round(value), currency);
  const ranged = ({ value, low, high }: Estimate, write: (value: number) => string): ReactNode => (
    <>
      {write(value)} <small className={styles.quiet}>{`${write(low)} – ${write(high)}`}</small>
    </>
  );
  const short = (value: number): string => formatAmountShort(value, currency);
  const lines: Line[] = [
    { label: t('benefits.line.verdict', 'Does it pay?'), cell: ({ pays }) => <Badge text={verdicts[pays].words()} color={verdicts[pays].color} /> }, // prettier-ignore
    { label: t('benefits.line.cashback', 'A taker gets back a year'), cell: ({ customer }) => ranged(customer.cashback, whole) }, // prettier-ignore
    { label: t('benefits.line.fee', 'and pays'), cell: ({ customer }) => whole(customer.fee) },
    { label: t('benefits.line.gain', 'Gain of a taker'), cell: ({ customer }) => ranged(customer.gain, whole) },
    { label: t('benefits.line.gaining', 'It would pay for'), cell: ({ customer }) => share(customer.gaining) },
    { label: t('benefits.line.takers', 'Takers'), cell: ({ company }) => formatCount(Math.round(company.takers)) },
    { label: t('benefits.line.feeIncome', 'Fees'), cell: ({ company }) => short(company.feeIncome) },
    { label: t('benefits.line.spendIncome', 'New spend, less its cost'), cell: ({ company }) => short(company.spendIncome) }, // prettier-ignore
    { label: t('benefits.line.paidBack', 'Cashback'), cell: ({ company }) => short(-company.cashback) },
    { label: t('benefits.line.cost', 'Cards'), cell: ({ company }) => short(-company.cost) },
    { label: t('benefits.line.margin', 'Margin of the company a year'), cell: ({ company }) => ranged(company.margin, short) }, // prettier-ignore
    { label: t('benefits.line.kept', 'Not counted: spend of before'), cell: ({ company }) => short(company.keptIncome) }, // prettier-ignore
    {
      label: t('benefits.line.overlap', 'Held already'),
      cell: ({ overlap }) =>
        overlap
          .slice(0, 3)
          .map(({ card, holders, paysAlready }) =>
            t('benefits.overlap.one', '{{card}}: {{holders}} hold it, pays {{pays}} of this', {
              card,
              holders: share(holders),
              pays: share(paysAlready),
            })
          )
          .join('; ') || '—',
    },
  ];
  const columns: PlainColumn<Line>[] = [
    { key: 'line', label: '', cell: ({ label }) => label, wraps: true },
    ...cards.map((card, i) => ({ key: `${i}`, label: card.name, cell: (line: Line) => line.cell(card), wraps: true })),
  ];
  return (
    <>
      <Section
        boxed
        title={t('benefits.outcome.title', 'Does it pay for both?')}
        note={t(
          'benefits.outcome.of',
          '{{customers}} customers; spend of {{sampled}} of them from {{from}} to {{to}}',
          {
            customers: formatCount(outcome.customers),
            sampled: formatCount(outcome.sampled),
            from: outcome.from.slice(0, 10),
            to: outcome.to.slice(0, 10),
          }
        )}
      >
        <PlainTable
          label={t('benefits.outcome.table', 'Cards side by side')}
          columns={columns}
          rows={lines}
          keyOf={({ label }) => label}
        />
        <p className={styles.quiet}>
          {t(
            'benefits.outcome.how',
            'Ranges are 95 % intervals of the sample, for what is assumed. Cashback is worked out month by month, up to each cap.'
          )}
        </p>
      </Section>
      {cards.map((card, i) => (
        <Section key={i} boxed title={t('benefits.each.title', 'Where does {{name}} pay?', { name: card.name })}>
          <PlainTable
            label={t('benefits.each.table', 'Benefits of {{name}}', { name: card.name })}
            columns={[
              { key: 'category', label: t('benefits.benefit.category', 'Category'), cell: ({ category }) => category },
              { key: 'spend', label: t('benefits.each.spend', 'A taker spends'), cell: ({ spend }) => whole(spend), alignRight: true }, // prettier-ignore
              { key: 'cashback', label: t('benefits.each.cashback', 'and gets back'), cell: ({ cashback }) => whole(cashback), alignRight: true }, // prettier-ignore
              { key: 'capped', label: t('benefits.each.capped', 'Months cut by the cap'), cell: ({ capped }) => share(capped), alignRight: true }, // prettier-ignore
            ]}
            rows={card.benefits.map((benefit, at) => ({ ...benefit, at }))}
            keyOf={({ at }) => String(at)}
          />
        </Section>
      ))}
    </>
  );
}
