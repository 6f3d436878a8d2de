import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Customer } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatShare } from '../format/formatCount';
import { t } from '../i18n/t';
import type { Money } from '../money/money';
import { churnReasons } from './churnReasonWords';

interface ChurnReasonsProps {
  customer: Pick<Customer, 'churn_probability' | 'churn_basis' | 'churn_reasons' | 'churn_reason_details'>;
  money: Money;
}

const factorText = (factor: number): string =>
  t('churn.odds', 'odds × {{factor}}', {
    factor: new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 }).format(factor),
  });

/** What a probability of leaving rests on. */
function basisWords(basis: string | undefined): string {
  const words: Record<string, string> = {
    label: t('churn.basis.label', 'By a model that learnt from who left'),
    model: t('churn.basis.model', 'By a model that learnt from who stopped ordering'),
    inactivity: t('churn.basis.inactivity', 'By the rule of inactivity'),
  };
  return words[basis ?? ''] ?? '';
}

/** The probability that a customer leaves, and why: each reason with its value and what it does to the odds. */
export function ChurnReasons({ customer, money }: ChurnReasonsProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const { churn_probability: probability, churn_reason_details: details } = customer;
  const reasons = churnReasons(customer, money);
  const most = Math.max(0, ...reasons.map(({ factor }) => Math.log(factor ?? 1)));
  return (
    <div className={styles.root}>
      <p className={styles.headline}>
        <strong>{probability === undefined ? '–' : formatShare(probability)}</strong>
        <span>{basisWords(customer.churn_basis)}</span>
      </p>
      {reasons.length === 0 && <p className={styles.quiet}>{t('churn.none', 'Nothing raises it.')}</p>}
      <ul className={styles.reasons} aria-label={t('churn.reasons', 'Why')}>
        {reasons.map(({ key, words, factor }) => (
          <li key={key}>
            <span>{words}</span>
            {factor !== undefined && (
              <>
                <span className={styles.track} aria-hidden="true">
                  <i style={{ width: `${most > 0 ? (Math.log(factor) / most) * 100 : 0}%` }} />
                </span>
                <span className={styles.factor}>{factorText(factor)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {details && (
        <p className={styles.quiet}>
          {t('churn.rest', 'All else together: {{rest}}. Of whom nothing is known, {{base}} leave.', {
            rest: factorText(Math.exp(details.rest)),
            base: formatShare(1 / (1 + Math.exp(-details.base))),
          })}
        </p>
      )}
    </div>
  );
}

type StyleName = 'root' | 'headline' | 'reasons' | 'track' | 'factor' | 'quiet';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  root: css({ '& p': { margin: 0 } }),
  headline: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    '& strong': { fontSize: theme.typography.h3.fontSize, fontVariantNumeric: 'tabular-nums' },
    '& span': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
  }),
  reasons: css({
    listStyle: 'none',
    margin: theme.spacing(0.5, 0),
    padding: 0,
    '& li': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 64px 88px',
      gap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    },
  }),
  track: css({
    height: 8,
    borderRadius: 2,
    background: theme.colors.border.weak,
    overflow: 'hidden',
    '& i': { display: 'block', height: '100%', background: theme.colors.error.main },
  }),
  factor: css({
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
