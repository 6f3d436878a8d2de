import { PluginPage } from '@grafana/runtime';
import { Alert, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { useCallback, useState } from 'react';
import { jobApi } from '../../shared/api/jobApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { OutcomeToast } from '../../shared/interventions/OutcomeToast';
import { useActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { useQueryParams } from '../useQueryParams';
import { JobTable } from './JobTable';
import { RunDetail } from './RunDetail';
import { RunsSection } from './RunsSection';
import { type Asked, WishDialog } from './WishDialog';

const askEveryMs = 3_000;

/** What runs by itself: when it is due, how it went, and the means to start or end it. */
export function JobsPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const [params, change] = useQueryParams(['job', 'state', 'run']);
  const jobs = usePolling(jobApi.jobs, { intervalMs: askEveryMs });
  const actions = useActions();
  const [asked, setAsked] = useState<Asked>();
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const mayOperate = actions.may('models:operate') && actions.value?.mode !== 'readonly';
  const { items = [], schedulerAway = false } = jobs.value ?? {};
  const zoneOf = (jobId: string): string => items.find(({ job }) => job.job_id === jobId)?.job.time_zone ?? 'UTC';

  return (
    <PluginPage
      subTitle={t(
        'jobs.subtitle',
        'What runs by itself: when each job is due, how its last runs went, and what they said.'
      )}
    >
      <div data-testid={testIds.jobs.root}>
        {jobs.value && schedulerAway && (
          <Alert severity="warning" title={t('jobs.away', 'No scheduler was heard of for two minutes')}>
            {t('jobs.awayHint', 'Nothing is started until one runs again: spendscope schedule --jobs FILE')}
          </Alert>
        )}
        <Section boxed title={t('jobs.title', 'What is due, and when?')}>
          <PanelState status={statusOf(jobs)}>
            {items.length === 0 ? (
              <p className={styles.quiet}>
                {t(
                  'jobs.none',
                  'No scheduler has shown a job yet. Jobs stand in a file: see “Scheduled jobs” in docs/operations.md.'
                )}
              </p>
            ) : (
              <JobTable
                entries={items}
                mayOperate={mayOperate}
                schedulerAway={schedulerAway}
                chosen={params.job}
                onChoose={(id) => change({ job: params.job === id ? undefined : id })}
                onRun={({ job }) => setAsked({ kind: 'run', job: job.job_id, command: job.command.join(' ') })}
                onCancel={({ job, last }) => setAsked({ kind: 'cancel', job: job.job_id, id: last!.occurrence_id })}
              />
            )}
          </PanelState>
          {!mayOperate && actions.value && (
            <p className={styles.quiet}>
              {t('feedback.viewOnly', 'View only. Changing this needs the right {{right}}.', {
                right: 'models:operate',
              })}
            </p>
          )}
        </Section>
        {params.run && (
          <RunDetail
            id={params.run}
            zoneOf={zoneOf}
            mayOperate={mayOperate}
            onCancel={(run) => setAsked({ kind: 'cancel', job: run.job_id, id: run.occurrence_id })}
            onClose={() => change({ run: undefined })}
          />
        )}
        <RunsSection {...params} jobs={items.map(({ job }) => job.job_id)} zoneOf={zoneOf} onChange={change} />
        {asked && (
          <WishDialog
            asked={asked}
            onDismiss={() => setAsked(undefined)}
            onDone={() => {
              setAsked(undefined);
              setOutcome(
                asked.kind === 'run'
                  ? t('jobs.runAsked', '{{job}} is asked for: the scheduler starts it', { job: asked.job })
                  : t('jobs.cancelAsked', 'The run of {{job}} is told to end', { job: asked.job })
              );
              void jobs.refresh();
            }}
          />
        )}
        {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
      </div>
    </PluginPage>
  );
}
