import { IconButton } from '@grafana/ui';
import type { PersonaEntry, PersonaRatingRequest } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import type { PersonaCard } from '../types';

interface TextVerdictProps {
  card: PersonaCard;
  ratings: PersonaEntry['ratings'];
  onRate: (rating: PersonaRatingRequest['rating']) => void;
}

/** Whether the words are good; the own verdict is taken back by the same button. */
export function TextVerdict({ card, ratings, onRate }: TextVerdictProps): JSX.Element {
  const { up, down, own } = ratings;
  const name = card.title;
  return (
    <>
      <IconButton
        name="thumbs-up"
        size="sm"
        aria-pressed={own === 'up'}
        variant={own === 'up' ? 'primary' : 'secondary'}
        tooltip={t('personas.rate.up', 'The text of {{name}} is good ({{number}} say so)', { name, number: up })}
        onClick={() => onRate(own === 'up' ? 'none' : 'up')}
      />
      <IconButton
        name="thumbs-up"
        size="sm"
        style={{ transform: 'rotate(180deg)' }}
        aria-pressed={own === 'down'}
        variant={own === 'down' ? 'destructive' : 'secondary'}
        tooltip={t('personas.rate.down', 'The text of {{name}} is not good ({{number}} say so)', {
          name,
          number: down,
        })}
        onClick={() => onRate(own === 'down' ? 'none' : 'down')}
      />
    </>
  );
}
