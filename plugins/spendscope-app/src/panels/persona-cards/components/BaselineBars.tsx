import { useStyles2, useTheme2 } from '@grafana/ui';
import type { JSX } from 'react';
import { clusterColor } from '../../../shared/clusters/palette';
import { t } from '../../../shared/i18n/t';
import { barLength, POPULATION_AT } from '../baselineScale';
import { baselineLabel, baselineValue, ratioText, shareText } from '../labels';
import type { PersonaCard, PersonasView } from '../types';
import { getCardStyles } from './card.styles';

interface ChurnRowProps {
  churn: Pick<PersonaCard['churn'], 'rate' | 'population'>;
}

interface BaselineBarsProps {
  /** What is compared: a persona, or one customer. */
  card: Pick<PersonaCard, 'cluster' | 'baselines'> & { churn: ChurnRowProps['churn'] };
  money: PersonasView['money'];
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;

function ChurnRow({ churn }: ChurnRowProps): JSX.Element {
  const styles = useStyles2(getCardStyles);
  const points = (churn.rate - churn.population) * 100;
  return (
    <li className={styles.bar}>
      <span>{t('personas.churn', 'Churn')}</span>
      <span className={styles.track} aria-hidden="true">
        <b className={styles.tick} style={{ left: percent(churn.population) }} />
        <b className={styles.dot} style={{ left: percent(churn.rate) }} />
      </span>
      <span>{t('personas.churnMean', 'mean {{share}}', { share: shareText(churn.population) })}</span>
      <span>
        {points < 0 ? '−' : '+'}
        {t('personas.points', '{{points}} pts', { points: Math.abs(points).toFixed(0) })}
      </span>
    </li>
  );
}

/** Recency, frequency and spend beside the population's mean (the tick), then churn. Bars repeat what the text says. */
export function BaselineBars({ card, money }: BaselineBarsProps): JSX.Element {
  const styles = useStyles2(getCardStyles);
  const theme = useTheme2();
  const color = clusterColor(Number(card.cluster) || 0, theme);
  return (
    <ul className={styles.bars} aria-label={t('personas.baselines', 'Compared with all customers')}>
      {card.baselines.map(({ key, value, ratio }) => (
        <li key={key} className={styles.bar}>
          <span>{baselineLabel(key, money)}</span>
          <span className={styles.track} aria-hidden="true">
            <i style={{ width: percent(barLength(ratio)), background: color }} />
            <b className={styles.tick} style={{ left: percent(POPULATION_AT) }} />
          </span>
          <span>{baselineValue(key, value, money)}</span>
          <span>{ratioText(ratio)}</span>
        </li>
      ))}
      {!Number.isNaN(card.churn.rate) && <ChurnRow churn={card.churn} />}
    </ul>
  );
}
