import { Button, ClipboardButton, Icon, IconButton, useStyles2 } from '@grafana/ui';
import type { PersonaRatingRequest } from '@spendscope/contracts';
import { useId, type JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { t } from '../../../shared/i18n/t';
import { testIds } from '../../../shared/testIds';
import { cardText } from '../cardText';
import { TextVerdict } from '../editing/TextVerdict';
import type { PersonaCard, PersonasView } from '../types';
import { BaselineBars } from './BaselineBars';
import { KeyFigures } from './KeyFigures';
import { PriorityWhy } from './PriorityWhy';
import { Strategies } from './Strategies';
import { TextSource } from './TextSource';
import { WritingSkeleton } from './WritingSkeleton';
import { getCardStyles } from './card.styles';

interface PersonaArticleProps {
  card: PersonaCard;
  money: PersonasView['money'];
  /** Whether a language model is writing the words now. */
  writing: boolean;
  onOpen: () => void;
  /** Since the run before, in words. */
  trend?: string;
  /** Chosen to be compared with another. */
  compared: boolean;
  onCompare: () => void;
  /** Has the words written anew; absent where this person may not. */
  onWrite?: () => void;
  /** Opens the words for editing; absent where this person may not. */
  onEdit?: () => void;
  onRate?: (rating: PersonaRatingRequest['rating']) => void;
}

/** One segment: who they are, how they differ, how much they matter, what to do. */
export function PersonaArticle({
  card,
  money,
  writing,
  onOpen,
  trend,
  compared,
  onCompare,
  onWrite,
  onEdit,
  onRate,
}: PersonaArticleProps): JSX.Element {
  const styles = useStyles2(getCardStyles);
  const headingId = useId();
  const slot = Number(card.cluster) || 0;
  return (
    <article className={styles.card} aria-labelledby={headingId} data-testid={testIds.personaCards.card(slot)}>
      <div>
        <div className={styles.head}>
          <span className={styles.rank} title={t('personas.rank', 'Rank by priority')}>
            {card.rank}
          </span>
          <ClusterMark cluster={slot} size={14} />
          <h3 id={headingId} title={card.title}>
            {card.title}
          </h3>
          <PriorityWhy card={card} money={money} />
        </div>
        {writing ? <WritingSkeleton lines={2} /> : <p className={styles.description}>{card.description}</p>}
        {card.stale && (
          <p className={styles.description}>
            <Icon name="exclamation-triangle" size="sm" />{' '}
            {t('personas.staleText', 'The text describes an earlier run; the figures beside it are newer.')}
          </p>
        )}
        <KeyFigures card={card} money={money} />
        {trend && <p className={styles.description}>{trend}</p>}
      </div>
      <div>
        <BaselineBars card={card} money={money} />
      </div>
      {writing ? <WritingSkeleton lines={5} /> : <Strategies strategies={card.strategies} />}
      <div className={styles.footer}>
        {card.source && <TextSource card={card} />}
        {onWrite && (
          <IconButton
            name="sync"
            size="sm"
            disabled={writing}
            tooltip={t('personas.regenerateName', 'Write the text of {{name}} anew', { name: card.title })}
            onClick={onWrite}
          />
        )}
        {onEdit && (
          <IconButton
            name="pen"
            size="sm"
            disabled={writing}
            tooltip={t('personas.editName', 'Edit or pin the text of {{name}}', { name: card.title })}
            onClick={onEdit}
          />
        )}
        {onRate && card.entry && <TextVerdict card={card} ratings={card.entry.ratings} onRate={onRate} />}
        <IconButton
          name="columns"
          size="sm"
          aria-pressed={compared}
          variant={compared ? 'primary' : 'secondary'}
          tooltip={t('personas.compare.with', 'Compare {{name}} with another persona', { name: card.title })}
          onClick={onCompare}
        />
        <ClipboardButton
          size="sm"
          variant="secondary"
          fill="text"
          icon="copy"
          tooltip={t('personas.copy', 'Copy as text')}
          getText={() => cardText(card, money)}
          aria-label={t('personas.copyName', 'Copy {{name}} as text', { name: card.title })}
        />
        <Button
          size="sm"
          variant="secondary"
          onClick={onOpen}
          aria-label={t('personas.openName', 'Open {{name}} in explorer', { name: card.title })}
        >
          {t('personas.open', 'Open in explorer')}
        </Button>
      </div>
    </article>
  );
}
