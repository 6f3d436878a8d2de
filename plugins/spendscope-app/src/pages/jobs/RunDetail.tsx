import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { JobOccurrence, OccurrenceReport } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { jobApi } from '../../shared/api/jobApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { Facts } from '../Facts';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { StateBadge } from './JobBadges';
import { JobTime } from './JobTime';
import { lengthWords, reasonWords, triggerWords } from './jobWords';

interface RunDetailProps {
  id: string;
  zoneOf: (jobId: string) => string;
  mayOperate: boolean;
  onCancel: (run: JobOccurrence) => void;
  onClose: () => void;
}

const askEveryMs = 2_000;

/** One run: facts, and what it said, which grows while it runs. */
export function RunDetail({ id, zoneOf, mayOperate, onCancel, onClose }: RunDetailProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const load = useCallback((signal: AbortSignal) => jobApi.occurrence(id, signal), [id]);
  const report = usePolling(load, { intervalMs: askEveryMs });
  const run = report.value?.occurrence;
  const isActive = run?.state === 'queued' || run?.state === 'running';
  return (
    <Section
      boxed
      title={t('jobs.detail', 'Run {{run}}', { run: id })}
      note={
        <span className={styles.buttons}>
          {mayOperate && run && isActive && (
            <Button size="sm" variant="destructive" fill="outline" icon="times" onClick={() => onCancel(run)}>
              {t('jobs.cancelIt', 'Cancel…')}
            </Button>
          )}
          <Button size="sm" variant="secondary" fill="text" icon="angle-up" onClick={onClose}>
            {t('jobs.close', 'Close')}
          </Button>
        </span>
      }
    >
      <PanelState status={statusOf(report)}>
        {report.value && <Report report={report.value} timeZone={zoneOf(report.value.occurrence.job_id)} />}
      </PanelState>
    </Section>
  );
}

function Report({ report, timeZone }: { report: OccurrenceReport; timeZone: string }): JSX.Element {
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  const { occurrence: run, lines, totalLines } = report;
  return (
    <>
      <div className={page.split}>
        <Facts
          facts={[
            [t('jobs.column.outcome', 'Outcome'), <StateBadge key="state" state={run.state} />],
            [t('jobs.fact.why', 'Why'), reasonWords(run)],
            [t('jobs.fact.error', 'Error'), run.error],
            [t('jobs.fact.command', 'Command'), <code key="command" className={page.hash}>{run.command.join(' ')}</code>], // prettier-ignore
            [t('jobs.fact.run', 'Recorded as'), run.run_id && <code className={page.mono}>{run.run_id}</code>],
          ]}
        />
        <Facts
          facts={[
            [t('jobs.column.due', 'Due'), <JobTime key="due" instant={run.due_at} timeZone={timeZone} />],
            [
              t('jobs.fact.started', 'Started'),
              run.started_at && <JobTime instant={run.started_at} timeZone={timeZone} />,
            ],
            [t('jobs.column.took', 'Took'), run.seconds === undefined ? undefined : lengthWords(run.seconds)],
            [t('jobs.column.by', 'Started by'), triggerWords(run)],
            [t('jobs.fact.cancelledBy', 'Cancelled by'), run.cancelled_by?.login],
          ]}
        />
      </div>
      <h3 className={styles.head}>{t('jobs.log.title', 'What it said')}</h3>
      {lines.length === 0 ? (
        <p className={page.quiet}>{t('jobs.log.none', 'Nothing yet.')}</p>
      ) : (
        <>
          {totalLines > lines.length && (
            <p className={page.quiet}>
              {t('jobs.log.cut', 'The newest {{shown, number}} of {{total, number}} lines.', {
                shown: lines.length,
                total: totalLines,
              })}
            </p>
          )}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard. */}
          <div className={styles.log} tabIndex={0} role="log" aria-label={t('jobs.log.title', 'What it said')}>
            {lines.map((line, place) => (
              <div key={place} className={line.level === 'error' ? styles.error : undefined}>
                <span className={page.quiet}>{dateTimeFormat(line['@timestamp'], { format: 'HH:mm:ss' })}</span>{' '}
                {line.message}
              </div>
            ))}
          </div>
        </>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'head' | 'log' | 'error', string> => ({
  head: css({ fontSize: theme.typography.body.fontSize, margin: theme.spacing(2, 0, 1) }),
  log: css({
    maxHeight: 360,
    overflow: 'auto',
    padding: theme.spacing(1),
    background: theme.colors.background.canvas,
    border: `1px solid ${theme.colors.border.weak}`,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  }),
  error: css({ color: theme.colors.error.text }),
});
