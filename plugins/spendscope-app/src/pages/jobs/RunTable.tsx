import { Button, useStyles2 } from '@grafana/ui';
import type { JobOccurrence } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import { StateBadge } from './JobBadges';
import { JobTime } from './JobTime';
import { lengthWords, reasonWords, triggerWords } from './jobWords';

interface RunTableProps {
  runs: readonly JobOccurrence[];
  zoneOf: (jobId: string) => string;
  chosen?: string;
  onOpen: (id: string) => void;
}

/** Runs, newest first; one is opened with what it said. */
export function RunTable({ runs, zoneOf, chosen, onOpen }: RunTableProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  return (
    <PlainTable<JobOccurrence>
      label={t('jobs.runs.table', 'Runs, newest first')}
      rows={runs}
      keyOf={({ occurrence_id: id }) => id}
      isChosen={({ occurrence_id: id }) => id === chosen}
      columns={[
        { key: 'job', label: t('jobs.column.job', 'Job'), cell: ({ job_id: id }) => <code>{id}</code> },
        {
          key: 'due',
          label: t('jobs.column.due', 'Due'),
          cell: ({ due_at: due, job_id: id }) => <JobTime instant={due} timeZone={zoneOf(id)} />,
        },
        {
          key: 'state',
          label: t('jobs.column.outcome', 'Outcome'),
          wraps: true,
          cell: (run) => (
            <>
              <StateBadge state={run.state} /> <small className={styles.quiet}>{reasonWords(run)}</small>
            </>
          ),
        },
        { key: 'by', label: t('jobs.column.by', 'Started by'), cell: triggerWords },
        {
          key: 'took',
          label: t('jobs.column.took', 'Took'),
          alignRight: true,
          cell: ({ seconds }) => (seconds === undefined ? '–' : lengthWords(seconds)),
        },
        {
          key: 'open',
          label: <span className="sr-only">{t('feedback.column.acts', 'Actions')}</span>,
          cell: ({ occurrence_id: id }) => (
            <Button
              size="sm"
              variant="secondary"
              fill="text"
              aria-label={t('jobs.openOf', 'Open the run {{run}}', { run: id })}
              onClick={() => onOpen(id)}
            >
              {t('jobs.openIt', 'Open')}
            </Button>
          ),
        },
      ]}
    />
  );
}
