import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Button, useStyles2 } from '@grafana/ui';
import { useId, useState, type JSX } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { useNow } from '../../../shared/format/useNow';
import { t } from '../../../shared/i18n/t';
import { useRunComparison } from '../../../shared/segments/useRunComparison';
import { testIds } from '../../../shared/testIds';
import { EditDialog } from '../editing/EditDialog';
import { withText } from '../textSource';
import { trendText } from '../trend';
import type { PersonaCard, PersonaCardsOptions, PersonasView } from '../types';
import { usePersonaTexts } from '../usePersonaTexts';
import { PersonaArticle } from './PersonaArticle';
import { PersonaComparison } from './PersonaComparison';
import { PersonasTable } from './PersonasTable';
import { getCardStyles } from './card.styles';

interface PersonasProps {
  view: PersonasView;
  options: PersonaCardsOptions;
}

function openInExplorer(card: PersonaCard, { clusterVariable, clusterValue, explorerUrl }: PersonaCardsOptions): void {
  const value = clusterValue === 'name' ? card.name : card.cluster;
  if (explorerUrl) {
    const query = new URLSearchParams({ [`var-${clusterVariable}`]: value });
    locationService.push(`${locationUtil.stripBaseFromUrl(explorerUrl)}?${query}`);
  } else {
    locationService.partial({ [`var-${clusterVariable}`]: value });
  }
}

/** A list of cards by priority, or the same as a table. */
export function Personas({ view, options }: PersonasProps): JSX.Element {
  const styles = useStyles2(getCardStyles);
  const [table, setTable] = useState(false);
  const [said, say] = useState('');
  const [outcome, setOutcome] = useState('');
  const [edited, setEdited] = useState<PersonaCard>();
  const summaryId = useId();
  const texts = usePersonaTexts(view.runId);
  const now = useNow();
  const { comparison } = useRunComparison(true);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const cards = view.cards.map((card) => withText(card, view.runId, texts.list, now));
  const pair = compared.flatMap((cluster) => cards.find((card) => card.cluster === cluster) ?? []);
  /** The third takes the place of the first. */
  const compare = ({ cluster, title: name }: PersonaCard): void => {
    const others = compared.filter((one) => one !== cluster);
    const next = compared.includes(cluster) ? others : [...others, cluster].slice(-2);
    setCompared(next);
    say(
      next.length === 1
        ? t('personas.compare.one', 'Choose another persona to compare with')
        : next.length === 2
          ? t('personas.compare.two', '{{name}} stands beside the other', { name })
          : ''
    );
  };
  return (
    <section
      aria-label={t('personas.label', 'Personas')}
      aria-describedby={summaryId}
      data-testid={testIds.personaCards.root}
      style={{ height: '100%', overflow: 'auto' }}
    >
      <div className={styles.summary}>
        <span id={summaryId}>
          {t('personas.summary', '{{count}} segments of {{customers}} customers, by priority', {
            count: view.cards.length,
            customers: formatCount(view.customers),
            defaultValue_one: '{{count}} segment of {{customers}} customers',
          })}
        </span>
        <span className={styles.legend}>
          <b aria-hidden="true" style={{ width: 2, height: 12, background: 'currentColor' }} />
          {t('personas.populationMean', 'population mean')}
        </span>
        <span role="status">
          {outcome ||
            (compared.length === 1 ? t('personas.compare.one', 'Choose another persona to compare with') : '')}
        </span>
        <Button size="sm" fill="text" icon={table ? 'gf-grid' : 'table'} onClick={() => setTable(!table)}>
          {table ? t('personas.showCards', 'Show as cards') : t('personas.showTable', 'Show as table')}
        </Button>
      </div>
      {table ? (
        <PersonasTable view={view} />
      ) : (
        <>
          {pair.length === 2 && (
            <PersonaComparison
              key={compared.join()}
              cards={[pair[0]!, pair[1]!]}
              money={view.money}
              onClose={() => setCompared([])}
            />
          )}
          <ul className={styles.grid}>
            {cards.map((card) => (
              <li key={card.cluster}>
                <PersonaArticle
                  card={card}
                  money={view.money}
                  trend={trendText(card, comparison)}
                  compared={compared.includes(card.cluster)}
                  onCompare={() => compare(card)}
                  writing={texts.writing.has(card.cluster)}
                  onWrite={texts.mayWrite ? () => void texts.write(card).then(setOutcome) : undefined}
                  onEdit={texts.mayEdit && card.entry ? () => setEdited(card) : undefined}
                  onRate={texts.mayEdit ? (rating) => void texts.rate(card, rating).then(setOutcome) : undefined}
                  onOpen={() => {
                    openInExplorer(card, options);
                    say(t('personas.opened', 'Dashboard narrowed to {{name}}', { name: card.title }));
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {edited?.entry && (
        <EditDialog
          card={edited}
          entry={edited.entry}
          save={(words, pinned) => texts.save(edited, words, pinned)}
          restore={() => texts.restore(edited)}
          onDone={(outcome) => {
            setEdited(undefined);
            setOutcome(outcome);
          }}
          onDismiss={() => setEdited(undefined)}
        />
      )}
      <div className="sr-only" aria-live="polite">
        {said}
      </div>
    </section>
  );
}
