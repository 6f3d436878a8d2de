import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { PersonaWords } from '@spendscope/contracts';
import { diffWordsWithSpace } from 'diff';
import { Fragment, type JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { wordsText } from './wordsText';

/** What was taken out of the original and what was put in, word by word; never by colour alone. */
export function WordsDiff({ original, words }: { original: PersonaWords; words: PersonaWords }): JSX.Element {
  const styles = useStyles2(getStyles);
  const changes = diffWordsWithSpace(wordsText(original), wordsText(words));
  if (changes.every(({ added, removed }) => !added && !removed)) {
    return <p>{t('personas.edit.same', 'This is the original text.')}</p>;
  }
  return (
    <p className={styles} aria-label={t('personas.edit.changes', 'Changes to the original')}>
      {changes.map(({ value, added, removed }, i) => {
        const Tag = added ? 'ins' : removed ? 'del' : Fragment;
        return <Tag key={i}>{value}</Tag>;
      })}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    whiteSpace: 'pre-wrap',
    maxHeight: 240,
    overflow: 'auto',
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    '& ins': { background: theme.colors.success.transparent, textDecoration: 'underline' },
    '& del': { background: theme.colors.error.transparent, textDecoration: 'line-through' },
  });
