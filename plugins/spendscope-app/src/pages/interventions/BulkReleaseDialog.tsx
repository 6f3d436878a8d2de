import { Alert, Button } from '@grafana/ui';
import type { Intervention, ReasonCode } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { t } from '../../shared/i18n/t';
import { ActDialog } from '../../shared/interventions/ActDialog';
import { ReasonFields } from '../../shared/interventions/ReasonFields';
import { type InterventionForm, formFaults } from '../../shared/interventions/requestOf';
import { useBulkRelease } from './useBulkRelease';

interface BulkReleaseDialogProps {
  items: readonly Intervention[];
  reasonCodes: readonly ReasonCode[];
  onDismiss: () => void;
}

/** Releases what was ticked, for one reason; afterwards what became of each. */
export function BulkReleaseDialog({ items, reasonCodes, onDismiss }: BulkReleaseDialogProps): JSX.Element {
  const [form, setForm] = useState<InterventionForm>({ comment: '', ticket: '' });
  const [tried, setTried] = useState(false);
  const { running, outcomes, run, stop } = useBulkRelease();
  const failed = outcomes.filter(({ failure }) => failure !== undefined);
  const done = outcomes.length - failed.length;
  const finished = !running && done === items.length;

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (form.reasonCode && formFaults(form).length === 0) {
      const comment = form.comment.trim();
      await run(items, { reasonCode: form.reasonCode, ...(comment ? { comment } : {}) });
    }
  };

  return (
    <ActDialog
      title={t('interventionsPage.bulk.title', 'Release {{count}} interventions?', {
        count: items.length,
        defaultValue_one: 'Release {{count}} intervention?',
      })}
      effect={t('interventionsPage.bulk.effect', 'Each ends at once, by itself. The record of it stays.')}
      onDismiss={running ? undefined : onDismiss}
      buttons={
        <>
          <Button variant="secondary" fill="outline" onClick={running ? stop : onDismiss}>
            {running
              ? t('interventionsPage.bulk.stop', 'Stop')
              : outcomes.length > 0
                ? t('interventions.close', 'Close')
                : t('interventions.cancel', 'Cancel')}
          </Button>
          {!finished && (
            <Button icon="unlock" disabled={running} onClick={() => void onConfirm()}>
              {failed.length > 0
                ? t('interventionsPage.bulk.retry', 'Retry the others')
                : t('interventionsPage.bulk.confirm', 'Release {{count}}', { count: items.length })}
            </Button>
          )}
        </>
      }
    >
      {!finished && (
        <ReasonFields form={form} onChange={setForm} reasonCodes={reasonCodes} disabled={running} showFaults={tried} />
      )}
      <div aria-live="polite">
        {outcomes.length > 0 && (
          <Alert
            severity={failed.length > 0 ? 'warning' : running ? 'info' : 'success'}
            title={t('interventionsPage.bulk.progress', '{{done}} of {{all}} released', { done, all: items.length })}
          >
            {failed.length > 0 && (
              <ul>
                {failed.map(({ item, failure }) => (
                  <li key={item.id}>
                    {item.target.id}: {failure}
                  </li>
                ))}
              </ul>
            )}
          </Alert>
        )}
      </div>
    </ActDialog>
  );
}
