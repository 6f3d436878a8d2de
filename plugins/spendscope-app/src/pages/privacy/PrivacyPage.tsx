import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { type JSX, useState } from 'react';
import { t } from '../../shared/i18n/t';
import { useActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { RevealForm } from './RevealForm';
import { RevealList } from './RevealList';
import { ErasureForm } from './erasure/ErasureForm';
import { operatorErasure } from './erasure/operatorErasure';
import { personErasure } from './erasure/personErasure';

/** Who a token stands for, who has looked, and how a person is erased. */
export function PrivacyPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const actions = useActions();
  const [reveals, setReveals] = useState(0);
  return (
    <PluginPage
      subTitle={t(
        'privacy.subtitle',
        'Panels and pages show tokens only. Who looks behind one gives a reason, and the record keeps it.'
      )}
    >
      <div data-testid={testIds.privacy.root}>
        <PanelState status={statusOf(actions)}>
          <div className={styles.split}>
            <Section boxed title={t('privacy.reveal.title', 'Who is behind a token?')}>
              <RevealForm
                reasonCodes={actions.value?.reasonCodes ?? []}
                onRevealed={() => setReveals((count) => count + 1)}
              />
            </Section>
            {actions.may('privacy:erase') && (
              <div>
                <Section boxed title={t('privacy.erase.title', 'How is a person erased?')}>
                  <ErasureForm kind={personErasure} />
                </Section>
                <Section
                  boxed
                  title={t('privacy.eraseOperator.title', 'How are the addresses of an operator erased?')}
                  note={t(
                    'privacy.eraseOperator.note',
                    'Beside each act the service keeps where it came from: network address, program, mail address.'
                  )}
                >
                  <ErasureForm kind={operatorErasure} />
                </Section>
              </div>
            )}
          </div>
          {actions.may('audit:read') && (
            <Section boxed title={t('privacy.list.title', 'Who has looked?')}>
              <RevealList version={reveals} />
            </Section>
          )}
        </PanelState>
      </div>
    </PluginPage>
  );
}
