import { Tooltip, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { churnBasis, churnBasisShort, ratioText, shareText, spendShareLabel } from '../labels';
import type { PersonaCard, PersonasView } from '../types';
import { getCardStyles } from './card.styles';

function interval({ low, high }: PersonaCard['churn']): string {
  return Number.isNaN(low) || Number.isNaN(high)
    ? ''
    : t('personas.interval', '95 %: {{low}} – {{high}}', {
        low: (low * 100).toFixed(1),
        high: (high * 100).toFixed(1),
      });
}

interface KeyFiguresProps {
  card: PersonaCard;
  money: PersonasView['money'];
}

/** Size, churn with its interval and basis, and share of spend. */
export function KeyFigures({ card, money }: KeyFiguresProps): JSX.Element {
  const styles = useStyles2(getCardStyles);
  const { churn, spendShare } = card;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('personas.customers', 'Customers')}</dt>
        <dd>
          <strong>{formatCount(card.size)}</strong>
          <small>{t('personas.ofAll', '{{share}} of all', { share: shareText(card.share) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('personas.churnRate', 'Churn rate')}</dt>
        <dd>
          <strong>{shareText(churn.rate)}</strong>
          <small>{interval(churn)}</small>
          {churn.basis && (
            <Tooltip content={t('personas.churnBasis', 'Churn is {{basis}}.', { basis: churnBasis(churn.basis) })}>
              <small>{churnBasisShort(churn.basis)}</small>
            </Tooltip>
          )}
        </dd>
      </div>
      <div>
        <dt>{spendShareLabel(money)}</dt>
        <dd>
          <strong>{shareText(spendShare)}</strong>
          {!Number.isNaN(spendShare) && card.share > 0 && (
            <small>{t('personas.perSize', '{{ratio}} its size', { ratio: ratioText(spendShare / card.share) })}</small>
          )}
        </dd>
      </div>
    </dl>
  );
}
