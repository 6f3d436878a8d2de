import { PluginPage, config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { policyApi } from '../../shared/api/policyApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { useActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { Facts } from '../Facts';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { PolicyFacts } from './PolicyFacts';
import { ActMatrix, PolicyMatrix } from './PolicyMatrix';
import { RecentDenials } from './RecentDenials';
import { Simulator } from './Simulator';
import { limitWords } from './policyWords';

/** The policy file follows within seconds; the page need not be quicker than a person. */
const askEveryMs = 30_000;

/** Who may do what, what it would say of an act, and who was refused lately. */
export function PolicyPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const report = usePolling(policyApi.policy, { intervalMs: askEveryMs });
  const actions = useActions();
  const definitions = actions.value?.actions ?? [];
  return (
    <PluginPage
      subTitle={t(
        'policy.subtitle',
        'Who may act on customers, for how long, and when a second person has to agree. What no rule allows is denied.'
      )}
    >
      <div data-testid={testIds.policy.root}>
        <PanelState status={statusOf(report)}>
          {report.value && (
            <>
              <Section boxed title={t('policy.who', 'Who may ask for what?')}>
                <PolicyMatrix policy={report.value.policy} />
                <p className={styles.quiet}>
                  {t(
                    'policy.firstRule',
                    'Rules are asked in the order of the file, and the first that fits decides. To act at all needs the right {{right}}, which Grafana’s roles grant.',
                    { right: 'interventions:create' }
                  )}
                </p>
              </Section>
              <Section boxed title={t('policy.acts.title', 'Who may do everything else?')}>
                <ActMatrix policy={report.value.policy} />
                {report.value.policy.format !== 2 && (
                  <p className={styles.quiet}>
                    {t(
                      'policy.acts.formatOne',
                      'Rules of format 1 decide asking and extending only. With {{format}} in the file, they decide everything.',
                      { format: 'format: 2' }
                    )}
                  </p>
                )}
              </Section>
              <div className={styles.split}>
                <Section boxed title={t('policy.simulate.title', 'What would it say?')}>
                  {definitions.length > 0 ? (
                    <Simulator
                      policy={report.value.policy}
                      definitions={definitions}
                      language={config.bootData.user.language}
                    />
                  ) : (
                    <PanelState status={statusOf(actions)}>{null}</PanelState>
                  )}
                </Section>
                <div>
                  <Section boxed title={t('policy.file', 'Which policy is this, and how is it changed?')}>
                    <PolicyFacts {...report.value} />
                  </Section>
                  <Section boxed title={t('policy.limits', 'How much at once, and what puts the brake on?')}>
                    <Facts facts={limitWords(report.value.policy)} />
                  </Section>
                </div>
              </div>
              {actions.may('audit:read') && (
                <Section boxed title={t('policy.denials.title', 'Who was refused in the last 7 days?')}>
                  <RecentDenials />
                </Section>
              )}
            </>
          )}
        </PanelState>
      </div>
    </PluginPage>
  );
}
