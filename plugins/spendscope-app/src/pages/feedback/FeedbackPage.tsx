import { PluginPage } from '@grafana/runtime';
import { type JSX, useCallback, useState } from 'react';
import { t } from '../../shared/i18n/t';
import { OutcomeToast } from '../../shared/interventions/OutcomeToast';
import { useActions } from '../../shared/interventions/useActions';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { LabelSection } from './LabelSection';
import { ReasonCodes } from './ReasonCodes';
import { SuppressionSection } from './SuppressionSection';

/** What people told the models: whom to leave out, what was right and wrong, and the reasons there are. */
export function FeedbackPage(): JSX.Element {
  const actions = useActions();
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  return (
    <PluginPage
      subTitle={t(
        'feedback.subtitle',
        'Who is left out of the anomaly table, which anomalies were right and wrong, and the reasons that acts may have.'
      )}
    >
      <div data-testid={testIds.feedback.root}>
        <SuppressionSection actions={actions} onOutcome={setOutcome} />
        <LabelSection actions={actions} onOutcome={setOutcome} />
        <Section boxed title={t('feedback.reasons.title', 'Which reasons are there?')}>
          <ReasonCodes />
        </Section>
        {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
      </div>
    </PluginPage>
  );
}
