import type { CustomerSelection, ExportRequest, ReasonCode } from '@spendscope/contracts';
import { useState, type JSX } from 'react';
import { segmentApi } from '../../../shared/api/segmentApi';
import { saveFile } from '../../../shared/data/saveFile';
import { t } from '../../../shared/i18n/t';
import { FormDialog } from '../../../shared/interventions/FormDialog';
import { ReasonCodeField } from '../../../shared/interventions/ReasonCodeField';
import { useSubmit } from '../../../shared/interventions/useSubmit';

interface ExportDialogProps {
  selection: CustomerSelection;
  reasonCodes: readonly ReasonCode[];
  onDone: () => void;
  onDismiss: () => void;
}

/** The selected customers as CSV, written by the service: by right, with a reason, recorded. */
export function ExportDialog({ selection, reasonCodes, onDone, onDismiss }: ExportDialogProps): JSX.Element {
  const [reasonCode, setReasonCode] = useState<ReasonCode>();
  const [tried, setTried] = useState(false);
  const { submit, ...submission } = useSubmit<ExportRequest, ArrayBuffer>(segmentApi.export);
  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (reasonCode) {
      const bytes = await submit({ kind: 'customers', selection, reasonCode });
      if (bytes) {
        saveFile('spendscope-customers.csv', bytes, 'text/csv');
        onDone();
      }
    }
  };
  return (
    <FormDialog
      title={t('explorer.export.title', 'Export the selected customers?')}
      effect={t(
        'explorer.export.effect',
        'A CSV file with tokens, cluster, recency, frequency, spend and churn; no names. The export is recorded under your name.'
      )}
      dirty={false}
      submission={submission}
      confirm={{ label: t('explorer.export.confirm', 'Export CSV'), icon: 'download-alt' }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <ReasonCodeField
        reasonCode={reasonCode}
        reasonCodes={reasonCodes}
        disabled={submission.sending}
        showFault={tried}
        onChange={setReasonCode}
      />
    </FormDialog>
  );
}
