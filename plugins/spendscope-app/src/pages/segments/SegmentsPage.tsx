import { PluginPage } from '@grafana/runtime';
import { LinkButton, useStyles2 } from '@grafana/ui';
import type { CustomerSelection, SavedSegment } from '@spendscope/contracts';
import { type JSX, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { RunComparison } from '../../panels/segment-explorer/drawer/RunComparison';
import { SaveSegmentDialog } from '../../panels/segment-explorer/saving/SaveSegmentDialog';
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
import { type TraitGroup, traitGroupOf } from './traitGroup';
import { useSegments } from './useSegments';

interface Group {
  name: string;
  selection: CustomerSelection;
  /** Absent where the explorer cannot draw them. */
  explorer?: string;
}

const groupOfSaved = ({ id, name, selection }: SavedSegment): Group => ({
  name,
  selection,
  explorer: explorerOf({ saved_segment: id }),
});

const groupOfTraits = ({ name, filter }: TraitGroup): Group => ({ name, selection: { steps: [], filter } });

/** Which kinds of customers there are, who is in them, how they moved, and which ones people saved. */
export function SegmentsPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const now = useNow();
  const segments = useSegments();
  const [{ cluster, saved, by }, change] = useQueryParams(['cluster', 'saved', 'by']);
  const { search } = useLocation();
  const [saving, setSaving] = useState(false);
  const [timesSaved, setTimesSaved] = useState(0);
  const [said, say] = useState('');
  const runs = useRunComparison(true);
  const known = usePolling(segmentApi.saved, { enabled: saved !== undefined });
  const view = segments.value?.view;

  const group = useMemo((): Group | undefined => {
    const found = known.value?.items.find(({ id }) => id === saved);
    const ofTraits = by === 'traits' ? traitGroupOf(search) : undefined;
    if (ofTraits && !saved && !cluster) {
      return groupOfTraits(ofTraits);
    }
    const card = view?.cards.find((each) => each.cluster === cluster);
    return found
      ? groupOfSaved(found)
      : card && {
          name: card.title,
          selection: { steps: [], clusters: [Number(card.cluster)] },
          explorer: explorerOf({ cluster: card.name }),
        };
  }, [known.value, saved, view, cluster, by, search]);
  const show = (chosen: { cluster?: string; saved?: string }): void =>
    change({ cluster: undefined, saved: undefined, by: undefined, ...chosen });

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
                  onChoose={(chosen) => show(chosen === cluster ? {} : { cluster: chosen })}
                />
              </Section>
              {group && (
                <WhoIsIn
                  key={cluster ?? saved ?? group.name}
                  {...group}
                  money={segments.value!.money}
                  onSave={by === 'traits' ? () => setSaving(true) : undefined}
                  onClose={() => show({})}
                />
              )}
              <div className={styles.split}>
                <Section boxed title={t('segments.moved', 'Who moved since an earlier run?')}>
                  <RunComparison {...runs} />
                </Section>
                <Section boxed title={t('segments.saved', 'Which segments did people save?')}>
                  <SavedSegments key={timesSaved} onShow={({ id }) => show({ saved: id })} onSaid={say} />
                </Section>
              </div>
            </>
          )}
        </PanelState>
        {saving && group && (
          <SaveSegmentDialog
            selection={group.selection}
            suggestion={group.name}
            onDismiss={() => setSaving(false)}
            onDone={({ id, name }) => {
              setSaving(false);
              setTimesSaved(timesSaved + 1);
              void known.refresh();
              show({ saved: id });
              say(t('segments.wasSaved', '{{name}} was saved.', { name }));
            }}
          />
        )}
        <div className="sr-only" aria-live="polite">
          {said}
        </div>
      </div>
    </PluginPage>
  );
}
