import type { Intervention } from '@spendscope/contracts';
import type { JSX } from 'react';
import { ReleaseDialog } from '../../shared/interventions/ReleaseDialog';
import type { CallerActions } from '../../shared/interventions/useActions';
import { BulkReleaseDialog } from './BulkReleaseDialog';
import { ExtendDialog } from './ExtendDialog';

/** What can be done to what is in force. */
export type ActiveAct =
  { kind: 'release' | 'extend'; item: Intervention } | { kind: 'bulk'; items: readonly Intervention[] };

interface ActiveDialogProps {
  act: ActiveAct;
  actions: CallerActions;
  language: string;
  onDone: (intervention: Intervention) => void;
  onDismiss: () => void;
}

const nothing = (): void => undefined;

/** The dialog of the act, by its kind. */
export function ActiveDialog({ act, actions, language, onDone, onDismiss }: ActiveDialogProps): JSX.Element | null {
  const reasonCodes = actions.value?.reasonCodes ?? [];
  if (act.kind === 'bulk') {
    return <BulkReleaseDialog items={act.items} reasonCodes={reasonCodes} onDismiss={onDismiss} />;
  }
  const definition = actions.value?.actions.find(({ name }) => name === act.item.action);
  if (!definition) {
    return null;
  }
  const common = { definition, intervention: act.item, reasonCodes, language, onDismiss };
  return act.kind === 'extend' ? (
    <ExtendDialog {...common} onDone={({ intervention }) => onDone(intervention)} />
  ) : (
    <ReleaseDialog {...common} onSend={nothing} onFail={nothing} onDone={({ intervention }) => onDone(intervention)} />
  );
}
