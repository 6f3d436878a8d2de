import type { CustomerSelection } from '@spendscope/contracts';
import { useState, type Dispatch, type ReactNode } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { useActions } from '../../../shared/interventions/useActions';
import { ExportDialog } from '../saving/ExportDialog';
import { SaveSegmentDialog } from '../saving/SaveSegmentDialog';
import { selectionVariables } from '../selection/dashboardVariables';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerAction, ExplorerState } from '../state/explorerState';
import type { ExplorerView, SegmentExplorerOptions } from '../types';
import { useDashboardFilter } from './useDashboardFilter';

interface ExplorerActsInput {
  view: ExplorerView;
  options: SegmentExplorerOptions;
  state: ExplorerState;
  summary?: SelectionSummary;
  /** As the API understands it. */
  selected: CustomerSelection;
  dispatch: Dispatch<ExplorerAction>;
}

interface ExplorerActs {
  filter: ReturnType<typeof useDashboardFilter>;
  /** Variables that the dashboard has none of, after Apply. */
  lacking: readonly string[];
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

/** What can be done with a selection. */
export function useExplorerActs(input: ExplorerActsInput): ExplorerActs {
  const { view, options, state, summary, selected, dispatch } = input;
  const filter = useDashboardFilter(options.variables, view.ownColumns);
  const { may, value: actions } = useActions();
  const [said, say] = useState('');
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<{ kind: 'save' | 'export'; selection: CustomerSelection }>();
  const drawn = state.history.present.length > 0;

  const apply = (): void => {
    if (summary) {
      const ranged = drawn && filter.canRange(view);
      const missing = filter.apply(selectionVariables(view, summary, options, ranged));
      const { xField, yField } = options.variables;
      setLacking(drawn ? [...missing, ...(ranged ? [] : [xField, yField])] : []);
      say(
        t('explorer.said.applied', 'Dashboard narrowed to {{number}} customers', { number: formatCount(summary.count) })
      );
    }
  };
  const clear = (): void => {
    dispatch({ type: 'clear' });
    setLacking([]);
    if (filter.narrowed) {
      filter.reset();
    }
    say(t('explorer.said.cleared', 'Selection cleared'));
  };
  const close = (): void => setDialog(undefined);
  const open = (kind: 'save' | 'export') => () => setDialog({ kind, selection: selected });
  return {
    filter,
    lacking,
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
