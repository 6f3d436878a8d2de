import { Button } from '@grafana/ui';
import { pointColumns } from '@spendscope/contracts';
import type { ComponentProps, JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { Toolbar } from './Toolbar';
import type { useDashboardFilter } from './useDashboardFilter';

type Passed = Pick<
  ComponentProps<typeof Toolbar>,
  'view' | 'state' | 'dispatch' | 'extent' | 'mode' | 'onMode' | 'onAxis'
>;

interface ExplorerToolbarProps extends Passed {
  filter: ReturnType<typeof useDashboardFilter>;
  onDrawer: (kind: 'runs' | 'saved') => void;
}

/** The toolbar with what changes the dashboard's queries, and the ways into the drawer. */
export function ExplorerToolbar({ filter, onDrawer, ...passed }: ExplorerToolbarProps): JSX.Element {
  const { view, dispatch, onMode, onAxis } = passed;
  return (
    <Toolbar
      {...passed}
      pointsAvailable={view.pointsAvailable || filter.askForPoints !== undefined}
      columns={view.axisChoices.length > 0 ? view.axisChoices : pointColumns}
      onMode={(mode) => {
        if (mode === 'points' && !view.pointsAvailable) {
          filter.askForPoints?.();
        }
        onMode(mode);
      }}
      onAxis={(axis, choice) => {
        dispatch({ type: 'otherAxes' });
        onAxis(axis, choice);
      }}
    >
      <Button size="sm" variant="secondary" icon="history" onClick={() => onDrawer('runs')}>
        {t('explorer.runs.button', 'Compare with run')}
      </Button>
      <Button size="sm" variant="secondary" icon="bookmark" onClick={() => onDrawer('saved')}>
        {t('explorer.saved.button', 'Saved segments')}
      </Button>
    </Toolbar>
  );
}
