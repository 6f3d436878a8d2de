import { Tooltip, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { churnBasis, ratioText } from '../labels';
import type { PersonaCard } from '../types';
import { getCardStyles } from './card.styles';

const share = (value: number): string => (Number.isNaN(value) ? '–' : formatShare(value));

function interval({ low, high }: PersonaCard['churn']): string {
  return Number.isNaN(low) || Number.isNaN(high) ? '' : `${formatShare(low)} – ${formatShare(high)}`;
}

/** Size, churn with its interval, and share of spend. */
export function KeyFigures({ card }: { card: PersonaCard }): JSX.Element {
  const styles = useStyles2(getCardStyles);
  const { churn, spendShare } = card;
  const basis = churn.basis ? churnBasis(churn.basis) : '';
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('personas.customers', 'Customers')}</dt>
        <dd>
          <strong>{formatCount(card.size)}</strong>
          <small>{t('personas.ofAll', '{{share}} of all', { share: share(card.share) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('personas.churnInterval', 'Churn, 95 % interval')}</dt>
        <dd>
          <strong>{share(churn.rate)}</strong>
          <small>{interval(churn)}</small>
          {basis && (
            <Tooltip content={t('personas.churnBasis', 'Churn is {{basis}}.', { basis })}>
              <small style={{ display: 'block' }}>{basis}</small>
            </Tooltip>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('personas.spendShare', 'Share of spend')}</dt>
        <dd>
          <strong>{share(spendShare)}</strong>
          {!Number.isNaN(spendShare) && card.share > 0 && (
            <small>{t('personas.perSize', '{{ratio}} its size', { ratio: ratioText(spendShare / card.share) })}</small>
          )}
        </dd>
      </div>
    </dl>
  );
}
