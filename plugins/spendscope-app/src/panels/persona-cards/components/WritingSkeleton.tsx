import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { getCardStyles } from './card.styles';

/** Stands for words that are being written; the card's figures stay beside it. */
export function WritingSkeleton({ lines }: { lines: number }): JSX.Element {
  const styles = useStyles2(getCardStyles);
  return (
    <div className={styles.writing} role="status" aria-label={t('personas.writing', 'The text is being written')}>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
