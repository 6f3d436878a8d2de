import { PluginPage } from '@grafana/runtime';
import { Button, Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { type FormEvent, type JSX, useState } from 'react';
import { thresholdApi } from '../../shared/api/thresholdApi';
import { useQuestion } from '../../shared/api/useQuestion';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { SkeletonRows } from '../../shared/state/SkeletonRows';
import { testIds } from '../../shared/testIds';
import { NumberField } from '../NumberField';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { errorStatus } from '../statusOf';
import { ExportRules } from './ExportRules';
import { ThresholdTable } from './ThresholdTable';
import { suggestThreshold } from './suggest';

/** 0.50, 0.55 … 0.95. */
const thresholds = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100);
const spans = [7, 30, 90] as const;

/** From which score on should somebody look, and be told? Answered by what would have been. */
export function ThresholdsPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const [days, setDays] = useState<(typeof spans)[number]>(30);
  const [minutes, setMinutes] = useState(5);
  const [atLeast, setAtLeast] = useState(5);
  const [work, setWork] = useState(50);
  const [said, say] = useState('');
  const { answer: findings, error, busy, ask, forget } = useQuestion(thresholdApi.lookBack);
  /** An answer stands for what was asked, and goes when that changes. */
  const changing =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      forget();
      set(value);
    };
  const look = async (): Promise<void> => {
    if (await ask({ days, thresholds, minutes, atLeast })) {
      say(t('thresholds.said', 'Looked back on {{days}} days.', { days }));
    }
  };

  return (
    <PluginPage
      subTitle={t(
        'thresholds.subtitle',
        'From which score on should somebody look, and be told? Answered by what would have been.'
      )}
    >
      <div data-testid={testIds.thresholds.root}>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void look();
          }}
        >
          <Section boxed title={t('thresholds.ask.title', 'What would have been?')}>
            <div className={styles.split}>
              <Field noMargin label={t('thresholds.ask.days', 'In the last days')}>
                <RadioButtonGroup
                  aria-label={t('thresholds.ask.days', 'In the last days')}
                  options={spans.map((value) => ({ value, label: String(value) }))}
                  value={days}
                  onChange={changing(setDays)}
                />
              </Field>
              <NumberField
                label={t('thresholds.ask.work', 'Transactions that people can look at a day')}
                value={work}
                max={1e6}
                onChange={setWork}
              />
              <NumberField
                label={t('thresholds.ask.minutes', 'Alert on the mean over minutes')}
                hint={t('thresholds.ask.minutesHint', 'The alert rules take 5')}
                value={minutes}
                max={60}
                onChange={changing((value: number) => setMinutes(Math.max(1, Math.round(value))))}
              />
              <NumberField
                label={t('thresholds.ask.atLeast', 'with at least so many transactions')}
                hint={t('thresholds.ask.atLeastHint', 'The alert rules ask for 5')}
                value={atLeast}
                max={1_000}
                onChange={changing((value: number) => setAtLeast(Math.max(1, Math.round(value))))}
              />
            </div>
            <div className={styles.buttons} style={{ marginTop: 16 }}>
              <Button type="submit" icon="history" disabled={busy}>
                {t('thresholds.ask.submit', 'Look back')}
              </Button>
              {busy && (
                <Button type="button" variant="secondary" onClick={forget}>
                  {t('thresholds.ask.cancel', 'Cancel')}
                </Button>
              )}
            </div>
          </Section>
        </form>
        {busy && <SkeletonRows rows={10} />}
        {error && <PanelState status={errorStatus(error, () => void look())}>{null}</PanelState>}
        {findings && (
          <Section
            boxed
            title={t('thresholds.found', 'What would each threshold have meant?')}
            note={t('thresholds.of', '{{stored}} transactions that scored 0.5 or more, {{from}} to {{to}}', {
              stored: formatCount(findings.stored),
              from: findings.from.slice(0, 10),
              to: findings.to.slice(0, 10),
            })}
          >
            <ThresholdTable items={findings.items} suggested={suggestThreshold(findings.items, work)} />
            <p className={styles.quiet}>
              {t(
                'thresholds.how',
                'Right: of the transactions that people called true or false; who judges only the highest scores judges the easy ones, so that lower thresholds look better than they are. Alerts: asked every minute as the rules are, begun anew after five quiet minutes.'
              )}
            </p>
          </Section>
        )}
        <Section boxed title={t('thresholds.export.title', 'How do the alert rules get another threshold?')}>
          <ExportRules suggested={findings && suggestThreshold(findings.items, work)} />
        </Section>
        <div className="sr-only" aria-live="polite">
          {said}
        </div>
      </div>
    </PluginPage>
  );
}
