import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { ActionDefinition } from '@spendscope/contracts';
import { type JSX, type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import type { ApiError } from '../api/apiError';
import { useFeedback } from '../feedback/useFeedback';
import { useNow } from '../format/useNow';
import { t } from '../i18n/t';
import { bulkPlan } from '../interventions/bulkPlan';
import { rowOffers } from '../interventions/rowStatus';
import { targetsOf } from '../interventions/targets';
import { useActing } from '../interventions/useActing';
import { type CallerActions, useActions } from '../interventions/useActions';
import { useRowInterventions } from '../interventions/useRowInterventions';
import { PanelState } from '../state/PanelState';
import type { PanelNotice, PanelStatus } from '../state/panelState.types';
import { testIds } from '../testIds';
import type { RowContext } from './AnomalyCell';
import { AnomalyGrid } from './AnomalyGrid';
import { BulkBar } from './BulkBar';
import { actionNotices } from './actionNotices';
import type { AnomalyRow } from './anomalyRow';
import { LinkedFrame, type LinkedOptions } from './linked/LinkedFrame';
import { isWithin } from './linked/bounds';
import { useArea } from './linked/useArea';
import { useLinkedRows } from './linked/useLinkedRows';
import { type RowSort, type SortKey, defaultSort, sortRows } from './sortRows';
import { useFrozenRows } from './useFrozenRows';
import { useRowSelection } from './useRowSelection';

/** States are asked for a stretch of rows around the view, so that scrolling by a row asks nothing new. */
const stretch = 100;

const noActions: readonly ActionDefinition[] = [];

/** What may be offered: nothing while the service is away. */
const rightsToAct = (actions: CallerActions, down: ApiError | undefined): { create: boolean; release: boolean } => ({
  create: !down && actions.may('interventions:create'),
  release: !down && actions.may('interventions:release'),
});

interface AnomalyWorkbenchProps {
  label: string;
  /** One sentence that sums up what is shown, for screen readers. */
  summary: string;
  rows: readonly AnomalyRow[];
  totalRows?: number;
  status: PanelStatus;
  notices?: readonly PanelNotice[];
  /** False where the user chose a table without buttons. */
  withActions?: boolean;
  /** BCP 47. */
  language: string;
  /** As Grafana names it; absent: the user's. */
  timeZone?: string;
  /** Absent: the table alone. */
  linked?: LinkedOptions;
  /** The last rows have come into view. */
  onEnd?: () => void;
}

/** The anomaly table with all that can be done in it, whoever supplies its rows: a dashboard's query or the API. */
export function AnomalyWorkbench(props: AnomalyWorkbenchProps): JSX.Element {
  const {
    label,
    summary,
    rows,
    totalRows,
    status,
    notices = [],
    withActions = true,
    language,
    timeZone,
    linked,
    onEnd,
  } = props;
  const styles = useStyles2(getStyles);
  const summaryId = useId();
  const now = useNow();
  const actions = useActions();
  const [sort, setSort] = useState<RowSort>(defaultSort);
  const [hovered, setHovered] = useState(false);
  const [dialogOpen, setDialogOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [opened, setOpened] = useState<AnomalyRow>();
  const [area, setArea] = useArea(linked?.areaParameter);
  const { marked, reveal, mark, point } = useLinkedRows();
  const [from, setFrom] = useState(0);
  const selection = useRowSelection();
  const frozen = [hovered, opened, dialogOpen, menuOpen, selection.ids.size > 0].some(Boolean);
  const { shown: held, fresh, accept } = useFrozenRows(rows, frozen);
  const narrow = useCallback(
    (list: readonly AnomalyRow[]) => (area ? list.filter(({ place }) => place && isWithin(area, place)) : list),
    [area]
  );
  // Sorting and narrowing are the user's own acts: what is held back is what arrives.
  const shown = useMemo(() => sortRows(narrow(held), sort), [narrow, held, sort]);
  const arrived = narrow(fresh).length;

  const targets = useMemo(() => targetsOf(shown.slice(from, from + 2 * stretch)), [shown, from]);
  const states = useRowInterventions(targets);
  const { interventionsOf, inForceOn } = states;
  const acting = useActing({
    actions,
    language,
    interventionsOf,
    inForceOn,
    refreshStates: states.refresh,
    onBulkDone: selection.clear,
  });
  const feedback = useFeedback(actions, withActions);
  const busy = acting.busy || feedback.busy;
  if (busy !== dialogOpen) {
    setDialogOpen(busy);
  }

  const down = actions.error ?? states.error;
  const may = rightsToAct(actions, down);
  const definitions = actions.value?.actions ?? noActions;
  const acts = withActions && (may.create || may.release);
  const { pending } = acting;
  const { isKnown } = states;
  const { labelsOf, login } = feedback;
  const mayLabel = feedback.may && !down;
  const { create, release } = may;
  const contextOf = useCallback(
    (row: AnomalyRow): RowContext => {
      const interventions = interventionsOf(row, pending);
      const known = targetsOf([row]).every(isKnown);
      return {
        interventions,
        known,
        // A button must not turn into another under the pointer when the state arrives.
        offers: acts && known ? rowOffers(row, definitions, interventions, { create, release }) : [],
        labels: labelsOf(row),
        mayLabel,
        login,
        selected: selection.ids.has(row.id),
      };
    },
    [acts, create, definitions, interventionsOf, isKnown, labelsOf, login, mayLabel, pending, release, selection.ids]
  );

  const onSort = (key: SortKey): void =>
    setSort((previous) => ({
      key,
      direction: previous.key === key && previous.direction === 'desc' ? 'asc' : 'desc',
    }));
  const onVisible = useCallback(
    (first: number, last: number): void => {
      setFrom(Math.floor(first / stretch) * stretch);
      if (last >= shown.length - 1 && shown.length > 0) {
        onEnd?.();
      }
    },
    [onEnd, shown.length]
  );
  const selectedRows = shown.filter((row) => selection.ids.has(row.id) && targetsOf([row]).every(states.isKnown));

  const grid = (
    <AnomalyGrid
      label={label}
      describedBy={summaryId}
      rows={shown}
      totalRows={totalRows}
      contextOf={contextOf}
      selectable={acts && may.create}
      withActions={acts}
      withLabels={feedback.shown}
      sort={sort}
      onSort={onSort}
      selectedCount={selection.ids.size}
      onToggle={selection.toggle}
      onExtend={selection.extend}
      onToggleAll={() => selection.toggleAll(shown)}
      onClearSelection={selection.clear}
      onOffer={(offer, row) => acting.choose(offer, { ...row, evidence: row })}
      onLabel={feedback.act}
      onMenu={setMenuOpen}
      onVisible={onVisible}
      marked={marked}
      reveal={reveal}
      onPoint={linked && point}
      onDetails={linked && setOpened}
      now={now}
      language={language}
      timeZone={timeZone}
    />
  );
  const framed = (table: ReactNode): ReactNode =>
    linked ? (
      <LinkedFrame
        {...linked}
        openAtFirst={linked.open}
        rows={rows}
        shown={shown}
        marked={marked}
        onMark={mark}
        area={area}
        onArea={setArea}
        details={opened && { row: opened, interventions: contextOf(opened).interventions }}
        onCloseDetails={() => setOpened(undefined)}
        actions={actions}
        language={language}
        timeZone={timeZone}
      >
        {table}
      </LinkedFrame>
    ) : (
      table
    );

  return (
    <PanelState status={status} notices={[...notices, ...(withActions ? actionNotices(actions, down) : [])]}>
      <div className={styles.root} onPointerEnter={() => setHovered(true)} onPointerLeave={() => setHovered(false)}>
        <p id={summaryId} className="sr-only" aria-live="polite">
          {summary}
        </p>
        {arrived > 0 && (
          <Button
            size="sm"
            variant="primary"
            fill="outline"
            icon="arrow-up"
            className={styles.pill}
            data-testid={testIds.anomalyTable.newRows}
            onClick={accept}
          >
            {t('anomalies.newRows', '{{count}} new – show', { count: arrived })}
          </Button>
        )}
        {selection.ids.size > 0 && (
          <BulkBar
            selected={selection.ids.size}
            plans={
              may.create
                ? definitions.map((each) =>
                    bulkPlan(each, selectedRows, (row) => contextOf(row).interventions, inForceOn)
                  )
                : []
            }
            language={language}
            onChoose={acting.chooseMany}
            onClear={selection.clear}
          />
        )}
        <div className={styles.content}>{framed(grid)}</div>
        {acting.overlay}
        {feedback.overlay}
      </div>
    </PanelState>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'root' | 'content' | 'pill', string> => ({
  root: css({ position: 'relative', height: '100%', display: 'flex', flexDirection: 'column' }),
  content: css({ flex: 1, minHeight: 0 }),
  pill: css({
    position: 'absolute',
    zIndex: 4,
    top: theme.spacing(0.5),
    left: '50%',
    transform: 'translateX(-50%)',
    background: theme.colors.background.primary,
  }),
});
