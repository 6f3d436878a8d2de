import { IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import type { PersonaCard, PersonasView } from '../types';
import { getCardStyles } from './card.styles';

interface PriorityWhyProps {
  card: PersonaCard;
  money: PersonasView['money'];
}

/** The priority and, on request, what it is computed from. */
export function PriorityWhy({ card, money }: PriorityWhyProps): JSX.Element | null {
  const styles = useStyles2(getCardStyles);
  const { size, meanMonetary, churnProbability } = card.priorityInputs;
  if (Number.isNaN(card.priority)) {
    return null;
  }
  const weights = card.priorityWeights;
  const weighed = Object.values(weights).some((weight) => !Number.isNaN(weight) && weight !== 1);
  const known = ![size, meanMonetary, churnProbability].some(Number.isNaN);
  const content = (
    <>
      <p>
        {money.name
          ? t(
              'personas.why.formulaOf',
              'Priority = customers × mean {{what}} × churn probability, as a share of the largest.',
              { what: money.name }
            )
          : t(
              'personas.why.formula',
              'Priority = customers × mean spend × churn probability, as a share of the largest.'
            )}
      </p>
      {weighed && (
        <p>
          {t(
            'personas.why.weights',
            'Each counts to a power: customers {{size}}, spend {{monetary}}, churn {{churn}}.',
            {
              size: String(weights.size),
              monetary: String(weights.monetary),
              churn: String(weights.churn),
            }
          )}
        </p>
      )}
      {known && (
        <p>
          {t('personas.why.inputs', '{{size}} × {{spend}} × {{churn}} → {{priority}}', {
            size: formatCount(size),
            spend: formatValue(money, meanMonetary),
            churn: formatShare(churnProbability),
            priority: card.priority.toFixed(2),
          })}
        </p>
      )}
      <p>{t('personas.why.source', 'Computed from the data, never by a language model.')}</p>
    </>
  );
  return (
    <span className={styles.priority}>
      {t('personas.priority', 'priority {{priority}}', { priority: card.priority.toFixed(2) })}
      <Toggletip
        title={t('personas.why.title', 'Why this rank?')}
        content={<div className={styles.why}>{content}</div>}
        placement="bottom-end"
      >
        <IconButton
          name="question-circle"
          size="sm"
          aria-label={t('personas.why.button', 'Why does {{name}} have this priority?', { name: card.title })}
        />
      </Toggletip>
    </span>
  );
}
