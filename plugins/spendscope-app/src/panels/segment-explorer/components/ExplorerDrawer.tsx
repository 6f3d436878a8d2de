import type { CustomerSelection, SavedSegment } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import type { RunComparisonState } from '../../../shared/segments/useRunComparison';
import { CustomerList } from '../drawer/CustomerList';
import { CustomerView } from '../drawer/CustomerView';
import { RunComparison } from '../drawer/RunComparison';
import { SideDrawer } from '../drawer/SideDrawer';
import { SavedSegments } from '../saving/SavedSegments';
import type { ExplorerView } from '../types';

/** What stands beside the plot. */
export type DrawerContent =
  { kind: 'customers'; selection: CustomerSelection; token?: string } | { kind: 'saved' } | { kind: 'runs' };

interface ExplorerDrawerProps {
  content: DrawerContent;
  view: ExplorerView;
  runs: RunComparisonState;
  alone: boolean;
  onChange: (content: DrawerContent | undefined) => void;
  onShow: (segment: SavedSegment) => void;
  onSaid: (said: string) => void;
}

export function ExplorerDrawer(props: ExplorerDrawerProps): JSX.Element {
  const { content, view, runs, alone, onChange, onShow, onSaid } = props;
  const onClose = (): void => onChange(undefined);
  if (content.kind === 'saved') {
    return (
      <SideDrawer title={t('explorer.saved.title', 'Saved segments')} alone={alone} onClose={onClose}>
        <SavedSegments onShow={onShow} onSaid={onSaid} />
      </SideDrawer>
    );
  }
  if (content.kind === 'runs') {
    return (
      <SideDrawer title={t('explorer.runs.title', 'Compare with an earlier run')} alone={alone} onClose={onClose}>
        <RunComparison {...runs} />
      </SideDrawer>
    );
  }
  const { selection, token } = content;
  return (
    <SideDrawer
      title={token ?? t('explorer.customers.title', 'Selected customers')}
      alone={alone}
      onBack={token ? () => onChange({ kind: 'customers', selection }) : undefined}
      onClose={onClose}
    >
      {token ? (
        <CustomerView key={token} token={token} money={view.spendFormat} />
      ) : (
        <CustomerList
          selection={selection}
          money={view.spendFormat}
          onOpen={(opened) => onChange({ kind: 'customers', selection, token: opened })}
        />
      )}
    </SideDrawer>
  );
}
