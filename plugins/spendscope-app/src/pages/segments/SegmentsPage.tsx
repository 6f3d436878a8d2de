import { PluginPage } from '@grafana/runtime';
import { LinkButton, useStyles2 } from '@grafana/ui';
import type { CustomerSelection, SavedSegment } from '@spendscope/contracts';
import { type JSX, useMemo, useState } from 'react';
import { RunComparison } from '../../panels/segment-explorer/drawer/RunComparison';
import { SavedSegments } from '../../panels/segment-explorer/saving/SavedSegments';
import { segmentApi } from '../../shared/api/segmentApi';
import { usePolling } from '../../shared/api/usePolling';
import { formatCount } from '../../shared/format/formatCount';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { useRunComparison } from '../../shared/segments/useRunComparison';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { explorerOf, segmentsDashboard } from '../pagePaths';
import { useQueryParams } from '../useQueryParams';
import { SegmentTable } from './SegmentTable';
import { WhoIsIn } from './WhoIsIn';
import { segmentsNotices, segmentsStatus } from './segmentsStatus';
import { useSegments } from './useSegments';

interface Group {
  name: string;
  selection: CustomerSelection;
  explorer: string;
}

const groupOfSaved = ({ id, name, selection }: SavedSegment): Group => ({
  name,
  selection,
  explorer: explorerOf({ saved_segment: id }),
});

/** Which kinds of customers there are, who is in them, how they moved, and which ones people saved. */
export function SegmentsPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const now = useNow();
  const segments = useSegments();
  const [{ cluster, saved }, change] = useQueryParams(['cluster', 'saved']);
  const [said, say] = useState('');
  const runs = useRunComparison(true);
  const known = usePolling(segmentApi.saved, { enabled: saved !== undefined });
  const view = segments.value?.view;

  const group = useMemo((): Group | undefined => {
    const found = known.value?.items.find(({ id }) => id === saved);
    const card = view?.cards.find((each) => each.cluster === cluster);
    return found
      ? groupOfSaved(found)
      : card && {
          name: card.title,
          selection: { steps: [], clusters: [Number(card.cluster)] },
          explorer: explorerOf({ cluster: card.name }),
        };
  }, [known.value, saved, view, cluster]);

  return (
    <PluginPage
      subTitle={t('segments.subtitle', 'Which kinds of customers there are, who is in each, and how they moved.')}
      actions={
        <LinkButton variant="secondary" icon="apps" href={segmentsDashboard}>
          {t('segments.dashboard', 'Open the explorer')}
        </LinkButton>
      }
    >
      <div data-testid={testIds.segments.root}>
        <PanelState status={segmentsStatus(segments)} notices={segmentsNotices(view, now)}>
          {view && (
            <>
              <Section
                title={t('segments.which', 'Which segments are there?')}
                note={t('segments.ofRun', '{{customers}} customers of the run {{run}}', {
                  customers: formatCount(view.customers),
                  run: view.runId,
                })}
              >
                <SegmentTable
                  view={view}
                  comparison={runs.comparison}
                  chosen={saved ? undefined : cluster}
                  onChoose={(chosen) => change({ cluster: chosen === cluster ? undefined : chosen, saved: undefined })}
                />
              </Section>
              {group && (
                <WhoIsIn
                  key={cluster ?? saved}
                  {...group}
                  money={segments.value!.money}
                  onClose={() => change({ cluster: undefined, saved: undefined })}
                />
              )}
              <div className={styles.split}>
                <Section boxed title={t('segments.moved', 'Who moved since an earlier run?')}>
                  <RunComparison {...runs} />
                </Section>
                <Section boxed title={t('segments.saved', 'Which segments did people save?')}>
                  <SavedSegments onShow={({ id }) => change({ saved: id, cluster: undefined })} onSaid={say} />
                </Section>
              </div>
            </>
          )}
        </PanelState>
        <div className="sr-only" aria-live="polite">
          {said}
        </div>
      </div>
    </PluginPage>
  );
}
