import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { CardsSkeleton } from '../../panels/persona-cards/components/CardsSkeleton';
import { Personas } from '../../panels/persona-cards/components/Personas';
import { defaultOptions } from '../../panels/persona-cards/types';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { segmentsDashboard } from '../pagePaths';
import { segmentsNotices, segmentsStatus } from '../segments/segmentsStatus';
import { useSegments } from '../segments/useSegments';
import { statusOf } from '../statusOf';
import { useQueryParams } from '../useQueryParams';
import { PersonaPayload } from './PersonaPayload';
import { WriterFacts } from './WriterFacts';

const cardOptions = { ...defaultOptions, explorerUrl: segmentsDashboard };

/** Tokens and calls are spent while people look. */
const askEveryMs = 30_000;

/** Who the customers are in words and figures, what writing the words costs, and what leaves the system for it. */
export function PersonasPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const now = useNow();
  const segments = useSegments();
  const texts = usePolling(spendscopeApi.personas, { intervalMs: askEveryMs });
  const [{ persona }, change] = useQueryParams(['persona']);
  const view = segments.value?.view;

  return (
    <PluginPage
      subTitle={t(
        'personasPage.subtitle',
        'Who the customers are, what to do for each kind, and what a language model is told of them.'
      )}
    >
      <div data-testid={testIds.personas.root}>
        <PanelState status={segmentsStatus(segments)} notices={segmentsNotices(view, now)} skeleton={<CardsSkeleton />}>
          {view && (
            <>
              <Section title={t('personasPage.who', 'Who are the customers?')}>
                <Personas view={view} options={cardOptions} />
              </Section>
              <div className={styles.split}>
                <Section boxed title={t('personasPage.writer', 'Who writes the words, and what may that cost?')}>
                  <PanelState status={statusOf(texts)}>
                    {texts.value && <WriterFacts writer={texts.value.writer} />}
                  </PanelState>
                </Section>
                <Section boxed title={t('personasPage.payload', 'What exactly is a language model told?')}>
                  <PersonaPayload
                    cards={view.cards}
                    chosen={persona}
                    onChoose={(cluster) => change({ persona: cluster })}
                  />
                </Section>
              </div>
            </>
          )}
        </PanelState>
      </div>
    </PluginPage>
  );
}
