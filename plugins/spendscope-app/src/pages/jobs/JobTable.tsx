import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { JobEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { type PlainColumn, PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import { DurationBars } from './DurationBars';
import { ConditionBadge, StateBadge } from './JobBadges';
import { JobTime } from './JobTime';

interface JobTableProps {
  entries: readonly JobEntry[];
  /** What the viewer may not do is not offered. */
  mayOperate: boolean;
  schedulerAway: boolean;
  chosen?: string;
  onChoose: (jobId: string) => void;
  onRun: (entry: JobEntry) => void;
  onCancel: (entry: JobEntry) => void;
}

const isActive = ({ last }: JobEntry): boolean => last?.state === 'queued' || last?.state === 'running';

/** Jobs with when they are due, how they stand and how long they took. */
export function JobTable({ entries, chosen, onChoose, ...props }: JobTableProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const own = useStyles2(getStyles);
  const columns: PlainColumn<JobEntry>[] = [
    {
      key: 'job',
      label: t('jobs.column.job', 'Job'),
      wraps: true,
      cell: ({ job }) => (
        <>
          <Button
            size="sm"
            fill="text"
            className={own.name}
            aria-pressed={chosen === job.job_id}
            aria-label={t('jobs.showRuns', 'Show only the runs of {{job}}', { job: job.job_id })}
            onClick={() => onChoose(job.job_id)}
          >
            {job.job_id}
          </Button>
          {job.title && <div className={styles.quiet}>{job.title}</div>}
          <code className={styles.hash}>{job.command.join(' ')}</code>
        </>
      ),
    },
    { key: 'state', label: t('jobs.column.condition', 'How it stands'), cell: ({ condition }) => <ConditionBadge condition={condition} /> }, // prettier-ignore
    {
      key: 'next',
      label: t('jobs.column.next', 'Next'),
      cell: ({ job }) =>
        job.next_due[0] ? (
          <JobTime instant={job.next_due[0]} timeZone={job.time_zone} />
        ) : (
          <span className={styles.quiet}>–</span>
        ),
    },
    {
      key: 'schedule',
      label: t('jobs.column.schedule', 'Schedule'),
      cell: ({ job }) => (
        <>
          <code>{job.cron}</code> <small className={styles.quiet}>{job.time_zone}</small>
        </>
      ),
    },
    { key: 'last', label: t('jobs.column.last', 'Last run'), cell: ({ last }) => (last ? <StateBadge state={last.state} /> : '–') }, // prettier-ignore
    { key: 'took', label: t('jobs.column.took', 'Took'), cell: ({ history, job }) => <DurationBars history={history} timeZone={job.time_zone} /> }, // prettier-ignore
    ...(props.mayOperate ? [actsColumn(props)] : []),
  ];
  return (
    <PlainTable<JobEntry>
      label={t('jobs.table', 'Jobs')}
      rows={entries}
      keyOf={({ job }) => job.job_id}
      isChosen={({ job }) => job.job_id === chosen}
      columns={columns}
    />
  );
}

const actsColumn = ({
  schedulerAway,
  onRun,
  onCancel,
}: Pick<JobTableProps, 'schedulerAway' | 'onRun' | 'onCancel'>): PlainColumn<JobEntry> => ({
  key: 'acts',
  label: <span className="sr-only">{t('feedback.column.acts', 'Actions')}</span>,
  cell: (entry) =>
    isActive(entry) ? (
      <Button
        size="sm"
        variant="destructive"
        fill="outline"
        icon="times"
        aria-label={t('jobs.cancelOf', 'Cancel the run of {{job}}', { job: entry.job.job_id })}
        onClick={() => onCancel(entry)}
      >
        {t('jobs.cancelIt', 'Cancel…')}
      </Button>
    ) : (
      <Button
        size="sm"
        variant="secondary"
        icon="play"
        disabled={schedulerAway}
        tooltip={schedulerAway ? t('jobs.awayShort', 'No scheduler is there: nothing would be started.') : undefined}
        aria-label={t('jobs.runOf', 'Run {{job}} now', { job: entry.job.job_id })}
        onClick={() => onRun(entry)}
      >
        {t('jobs.runIt', 'Run now…')}
      </Button>
    ),
});

// In line with what stands beneath it.
const getStyles = (theme: GrafanaTheme2): Record<'name', string> => ({ name: css({ marginLeft: theme.spacing(-1) }) });
