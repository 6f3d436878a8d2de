import { Icon, IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import type { PersonaCard } from '../types';
import { getCardStyles } from './card.styles';

/** Who wrote the card's words and, on request, by which rule it got its name and what was told to whom. */
export function TextSource({ card }: { card: PersonaCard }): JSX.Element {
  const styles = useStyles2(getCardStyles);
  return (
    <span className={styles.source}>
      <span className={styles.chip} title={card.source}>
        <Icon
          name={card.byModel ? 'ai-sparkle' : card.entry?.source === 'person' ? 'user' : 'sliders-v-alt'}
          size="sm"
        />
        {card.source}
      </span>
      <Toggletip
        title={t('personas.about.title', 'Who wrote this?')}
        placement="top-start"
        content={
          <div className={styles.why}>
            <p>{card.source}</p>
            {card.rule && <p>{t('personas.about.rule', 'Name by rule: {{rule}}', { rule: card.rule })}</p>}
            <p>
              {card.entry?.source === 'person'
                ? t('personas.about.person', 'A person wrote the words; the original is kept and can be restored.')
                : card.byModel
                  ? t(
                      'personas.about.model',
                      'A language model wrote the words. It was told rounded figures of the segment and names of categories, never anything of a single customer; every number it wrote was checked against those figures.'
                    )
                  : t(
                      'personas.about.rules',
                      'Fixed texts of the rule wrote the words; nothing left the system for them.'
                    )}
            </p>
          </div>
        }
      >
        <IconButton
          name="info-circle"
          size="sm"
          aria-label={t('personas.about.button', 'Who wrote the text of {{name}}?', { name: card.title })}
        />
      </Toggletip>
    </span>
  );
}
