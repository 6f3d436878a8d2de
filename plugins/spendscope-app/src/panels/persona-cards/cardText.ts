import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { baselineLabel, baselineValue, churnBasis, ratioText, shareText, spendShareLabel } from './labels';
import type { PersonaCard, PersonasView } from './types';

/** A card as plain text, for a message or a document: what the card shows, nothing else. */
export function cardText(card: PersonaCard, money: PersonasView['money']): string {
  const { churn } = card;
  return [
    `${card.rank}. ${card.title}`,
    card.description,
    `${t('personas.customers', 'Customers')}: ${formatCount(card.size)} (${shareText(card.share)})`,
    Number.isNaN(churn.rate)
      ? ''
      : `${t('personas.churn', 'Churn')}: ${shareText(churn.rate)} [${shareText(churn.low)} – ${shareText(churn.high)}], ${churnBasis(churn.basis)}`,
    Number.isNaN(card.spendShare) ? '' : `${spendShareLabel(money)}: ${shareText(card.spendShare)}`,
    ...card.baselines.map(
      ({ key, value, ratio }) =>
        `${baselineLabel(key, money)}: ${baselineValue(key, value, money)} (${ratioText(ratio)})`
    ),
    ...card.strategies.map(
      ({ action, channel, kpi, limit }) => `- ${action} (${[channel, kpi, limit].filter(Boolean).join(' · ')})`
    ),
    card.source,
  ]
    .filter(Boolean)
    .join('\n');
}
