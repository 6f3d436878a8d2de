import type { CustomerSelection } from '@spendscope/contracts';
import { useState, type Dispatch, type ReactNode } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { useActions } from '../../../shared/interventions/useActions';
import { ExportDialog } from '../saving/ExportDialog';
import { SaveSegmentDialog } from '../saving/SaveSegmentDialog';
import { selectionVariables } from '../selection/dashboardVariables';
import { isPlainBox, outlineFilter } from '../selection/outline/outlineFilter';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerAction, ExplorerState } from '../state/explorerState';
import type { ExplorerView, SegmentExplorerOptions } from '../types';
import type { Applied } from './AppliedRemarks';
import { useDashboardFilter } from './useDashboardFilter';

interface ExplorerActsInput {
  view: ExplorerView;
  options: SegmentExplorerOptions;
  state: ExplorerState;
  summary?: SelectionSummary;
  /** Of the view's items, where they are cells of the query. */
  mask?: Uint8Array;
  /** As the API understands it. */
  selected: CustomerSelection;
  dispatch: Dispatch<ExplorerAction>;
}

interface ExplorerActs {
  filter: ReturnType<typeof useDashboardFilter>;
  /** What Apply could not tell the dashboard. */
  applied: Applied;
  /** What became of the last act, for the live region. */
  said: string;
  say: (said: string) => void;
  apply: () => void;
  clear: () => void;
  /** Absent where this person may not. */
  save?: () => void;
  exportCsv?: () => void;
  dialog: ReactNode;
}

const nothingLacks: Applied = { lacking: [] };

/** What can be done with a selection. */
export function useExplorerActs(input: ExplorerActsInput): ExplorerActs {
  const { view, options, state, summary, mask, selected, dispatch } = input;
  const filter = useDashboardFilter(options.variables, view.ownColumns);
  const { may, value: actions } = useActions();
  const [said, say] = useState('');
  const [applied, setApplied] = useState(nothingLacks);
  const [dialog, setDialog] = useState<{ kind: 'save' | 'export'; selection: CustomerSelection }>();
  const steps = state.history.present;
  const drawn = steps.length > 0;

  const apply = (): void => {
    if (summary && summary.count > 0) {
      const ranged = drawn && filter.canRange(view);
      const shaped = drawn && !isPlainBox(steps);
      const outline = shaped && summary.bounds ? outlineFilter(view, steps, summary.bounds, mask) : undefined;
      const missing = filter.apply(selectionVariables(view, summary, options, ranged, outline?.filter));
      const { xField, yField, outline: outlineName } = options.variables;
      const followed = outline && !missing.includes(outlineName);
      setApplied({
        lacking: [
          ...missing.filter((name) => name !== outlineName),
          ...(drawn && !ranged && !followed ? [xField, yField] : []),
        ],
        outline: !shaped || (followed && outline.exact) ? undefined : followed ? 'rows' : 'box',
      });
      say(
        t('explorer.said.applied', 'Dashboard narrowed to {{number}} customers', { number: formatCount(summary.count) })
      );
    }
  };
  const clear = (): void => {
    dispatch({ type: 'clear' });
    setApplied(nothingLacks);
    if (filter.narrowed) {
      filter.reset();
    }
    say(t('explorer.said.cleared', 'Selection cleared'));
  };
  const close = (): void => setDialog(undefined);
  const open = (kind: 'save' | 'export') => () => setDialog({ kind, selection: selected });
  return {
    filter,
    applied,
    said,
    say,
    apply,
    clear,
    save: may('segments:write') ? open('save') : undefined,
    exportCsv: may('data:export') ? open('export') : undefined,
    dialog:
      dialog?.kind === 'save' ? (
        <SaveSegmentDialog
          selection={dialog.selection}
          onDone={({ id, name, kind }) => {
            close();
            // A lasso has no ranges of its own: its link is the saved segment.
            if (kind === 'polygon') {
              filter.apply({ [`var-${options.variables.segment}`]: id });
            }
            say(t('explorer.said.saved', 'Segment {{name}} is saved', { name }));
          }}
          onDismiss={close}
        />
      ) : dialog ? (
        <ExportDialog
          selection={dialog.selection}
          reasonCodes={actions?.reasonCodes ?? []}
          onDone={() => {
            close();
            say(t('explorer.said.exported', 'The CSV file is on its way to you'));
          }}
          onDismiss={close}
        />
      ) : null,
  };
}
