import { dateTimeFormat } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import type { ControlState, InterventionMode } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { modeWords } from './modeWords';

interface ModeProposalProps {
  proposal: NonNullable<NonNullable<ControlState['modeSwitch']>['proposal']>;
  /** One’s own needs somebody else. */
  own: boolean;
  mayChange: boolean;
  onConfirm: (mode: InterventionMode) => void;
}

/** A change of the mode that waits for a second person. */
export function ModeProposal({ proposal, own, mayChange, onConfirm }: ModeProposalProps): JSX.Element {
  const mode = proposal.value as InterventionMode;
  return (
    <Alert
      severity="warning"
      title={t('controls.proposed', '{{login}} proposes: {{mode}}', {
        login: proposal.by.login,
        mode: modeWords(mode),
      })}
    >
      <p>
        {dateTimeFormat(proposal.at, { format: 'MM-DD HH:mm' })} · {proposal.reason}
      </p>
      {own ? (
        t('controls.ownProposal', 'You proposed it, so a second person must confirm it within an hour.')
      ) : mayChange ? (
        <Button size="sm" onClick={() => onConfirm(mode)}>
          {t('controls.confirm', 'Confirm it…')}
        </Button>
      ) : (
        t('controls.needsAdmin', 'Confirming needs the right {{right}}.', { right: 'interventions:approve' })
      )}
    </Alert>
  );
}
