import { useStyles2 } from '@grafana/ui';
import { type ReasonCode, reasonCodes } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { reasonCodeLabel } from '../../shared/interventions/actionTexts';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';

function whenToUse(code: ReasonCode): string {
  const words: Record<ReasonCode, string> = {
    card_testing: t('feedback.reasons.card_testing', 'Many small payments that try whether a card works'),
    account_takeover: t('feedback.reasons.account_takeover', 'Somebody else seems to use the account'),
    velocity: t('feedback.reasons.velocity', 'More payments, or more money, than the customer has ever moved so fast'),
    geo_mismatch: t('feedback.reasons.geo_mismatch', 'Places that one person cannot be at in that time'),
    customer_request: t('feedback.reasons.customer_request', 'The customer, reached on a known number, asked for it'),
    policy: t('feedback.reasons.policy', 'A rule of the house demands it'),
    other: t('feedback.reasons.other', 'None of these; the comment says what'),
  };
  return words[code];
}

/** The reason codes, as records and the API name them, in words. */
export function ReasonCodes(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  return (
    <>
      <PlainTable<ReasonCode>
        label={t('feedback.reasons.label', 'Reasons')}
        rows={reasonCodes}
        keyOf={(code) => code}
        columns={[
          { key: 'reason', label: t('feedback.reasons.reason', 'Reason'), cell: reasonCodeLabel },
          {
            key: 'when',
            label: t('feedback.reasons.when', 'When it fits'),
            wraps: true,
            cell: whenToUse,
          },
          {
            key: 'code',
            label: t('feedback.reasons.code', 'Code'),
            cell: (code) => <code className={styles.mono}>{code}</code>,
          },
        ]}
      />
      <p className={styles.quiet}>
        {t(
          'feedback.reasons.fixed',
          'The list is part of the API’s contract, so that records of years ago can still be counted by reason.'
        )}
      </p>
    </>
  );
}
