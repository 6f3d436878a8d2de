import type { ListedModel, ListedModelVersion } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { modelApi } from '../../shared/api/modelApi';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { ReasonText, leastReason } from '../interventions/ReasonText';
import { ComparisonFacts } from './ComparisonFacts';
import { FigureTable } from './FigureTable';
import { TrialFacts } from './TrialFacts';
import { modelWords } from './modelWords';

interface AskDialogProps {
  model: ListedModel;
  /** Absent: back to what was live before. */
  version?: ListedModelVersion;
  onDone: (message: string) => void;
  onDismiss: () => void;
}

/** Asks for another live version; a second person decides. */
export function AskDialog({ model, version, onDone, onDismiss }: AskDialogProps): JSX.Element {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, ...submission } = useSubmit(modelApi.ask);
  const wanted = version ?? model.versions.find(({ file }) => file === model.rollbackTo?.file);
  const to = version?.version ?? model.rollbackTo!.version;
  const about = { model: modelWords(model.name), version: to };

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    const text = reason.trim();
    if (text.length < leastReason) {
      return;
    }
    const body = version ? { version: version.version, reason: text } : { reason: text };
    if (await submit({ name: model.name, etag: model.etag, body })) {
      onDone(t('models.asked', 'Asked for {{version}}. A second person must approve it within a day.', about));
    }
  };

  return (
    <FormDialog
      title={
        version
          ? t('models.promoteTitle', '{{model}}: promote {{version}}?', about)
          : t('models.rollbackTitle', '{{model}}: roll back to {{version}}?', about)
      }
      effect={t('models.askEffect', 'Nothing changes until a second person approves it. From then on it decides.')}
      dirty={reason.trim() !== ''}
      submission={submission}
      confirm={{
        label: version ? t('models.askPromotion', 'Ask to promote') : t('models.askRollback', 'Ask to roll back'),
      }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <FigureTable live={model.versions.find(({ alias }) => alias === 'live')} other={wanted} />
      {wanted?.trial && <TrialFacts trial={wanted.trial} />}
      <ComparisonFacts version={to} comparison={wanted?.comparison} />
      <ReasonText value={reason} onChange={setReason} disabled={submission.sending} showFault={tried} />
    </FormDialog>
  );
}
