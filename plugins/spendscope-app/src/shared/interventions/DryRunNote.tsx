import { Alert } from '@grafana/ui';
import type { DryRunResult } from '@spendscope/contracts';
import type { JSX } from 'react';
import type { Polled } from '../api/usePolling';
import { t } from '../i18n/t';
import { testIds } from '../testIds';

/** What the dry run found: allowed, needs approval, or refused and why. */
export function DryRunNote({ value, error }: Polled<DryRunResult>): JSX.Element {
  return (
    <div data-testid={testIds.interventionDialog.dryRun} aria-live="polite">
      {error ? (
        <Alert
          severity="warning"
          bottomSpacing={1}
          title={t('interventions.dryRun.failed', 'The dry run gave no answer')}
        >
          {error.message}
        </Alert>
      ) : !value ? (
        <Alert
          severity="info"
          bottomSpacing={1}
          title={t('interventions.dryRun.running', 'Checking what would happen…')}
        />
      ) : (
        <Verdict {...value} />
      )}
    </div>
  );
}

function Verdict({ allowed, missing, needsApproval, approvers, effects, conflicts, mode }: DryRunResult): JSX.Element {
  const lines = [...effects, ...conflicts];
  if (mode === 'observe') {
    lines.push(t('interventions.dryRun.observe', 'The service only observes: it records this and does nothing.'));
  }
  if (!allowed) {
    return (
      <Alert
        severity="error"
        bottomSpacing={1}
        title={t('interventions.dryRun.refused', 'Dry run: the policy does not allow this')}
      >
        {missing
          ? t('interventions.dryRun.missing', 'It needs the right {{right}}. Ask an administrator.', { right: missing })
          : lines.join(' ')}
      </Alert>
    );
  }
  if (needsApproval) {
    const roles = approvers.join(', ');
    lines.push(t('interventions.dryRun.approvers', 'Who may approve: {{roles}}, but not you yourself.', { roles }));
  }
  return (
    <Alert
      severity={needsApproval || conflicts.length > 0 ? 'info' : 'success'}
      bottomSpacing={1}
      title={
        needsApproval
          ? t('interventions.dryRun.needsApproval', 'Dry run: allowed once a second person approves')
          : t('interventions.dryRun.allowed', 'Dry run: allowed, no approval needed')
      }
    >
      {lines.join(' ')}
    </Alert>
  );
}
