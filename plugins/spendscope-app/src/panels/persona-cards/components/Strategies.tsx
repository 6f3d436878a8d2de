import { Icon, useStyles2, type IconName } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import type { PersonaCard } from '../types';
import { getCardStyles } from './card.styles';

const channelIcons: ReadonlyArray<readonly [RegExp, IconName]> = [
  [/mail|e-?mail|메일/i, 'envelope'],
  [/push|app|앱/i, 'bell'],
  [/call|phone|sms|전화/i, 'mobile-android'],
  [/statement|card|카드/i, 'credit-card'],
  [/branch|shop|store|매장/i, 'building'],
];

const iconOf = (channel: string): IconName => channelIcons.find(([pattern]) => pattern.test(channel))?.[1] ?? 'tag-alt';

/** What to do: action, then channel · KPI · limit. */
export function Strategies({ strategies }: { strategies: PersonaCard['strategies'] }): JSX.Element {
  const styles = useStyles2(getCardStyles);
  return (
    <div className={styles.strategies}>
      {strategies.length === 0 ? (
        <p>{t('personas.noStrategies', 'No strategies are written for this segment yet.')}</p>
      ) : (
        <ul aria-label={t('personas.strategies', 'What to do')}>
          {strategies.map(({ action, channel, kpi, limit }) => (
            <li key={action}>
              <Icon name={iconOf(channel)} />
              <div>
                <strong>{action}</strong>
                <span>
                  {[channel, kpi, limit && t('personas.limit', 'limit: {{limit}}', { limit })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
