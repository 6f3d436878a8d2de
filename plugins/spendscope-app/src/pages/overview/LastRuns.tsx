import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import type { Run } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';

const icons: Record<Run['status'], IconName> = {
  running: 'sync',
  succeeded: 'check-circle',
  failed: 'times-circle',
  cancelled: 'ban',
};

function kindWords(kind: Run['kind']): string {
  const words: Record<Run['kind'], string> = {
    generate: t('overview.run.generate', 'Generate'),
    ingest: t('overview.run.ingest', 'Ingest'),
    analyze: t('overview.run.analyze', 'Analyse'),
    detect: t('overview.run.detect', 'Score'),
    watch: t('overview.run.watch', 'Live feed'),
    retrain: t('overview.run.retrain', 'Train models'),
    publish: t('overview.run.publish', 'Publish'),
  };
  return words[kind] ?? kind;
}

function statusWords(status: Run['status']): string {
  const words: Record<Run['status'], string> = {
    running: t('overview.run.running', 'running'),
    succeeded: t('overview.run.succeeded', 'succeeded'),
    failed: t('overview.run.failed', 'failed'),
    cancelled: t('overview.run.cancelled', 'cancelled'),
  };
  return words[status];
}

function lasted({ started_at: start, ended_at: end }: Run): string {
  if (!end) {
    return t('overview.run.running', 'running');
  }
  const seconds = Math.round((Date.parse(end) - Date.parse(start)) / 1000);
  return seconds < 60
    ? t('overview.run.seconds', '{{seconds}} s', { seconds })
    : t('overview.run.minutes', '{{minutes}} min {{seconds}} s', {
        minutes: Math.floor(seconds / 60),
        seconds: seconds % 60,
      });
}

/** Newest runs first: whether each worked, when, and how long it took. */
export function LastRuns({ runs }: { runs: readonly Run[] }): JSX.Element {
  const styles = useStyles2(getStyles);
  if (runs.length === 0) {
    return (
      <p className={styles.quiet}>
        {t('overview.run.none', 'No run yet. Start one with: spendscope ingest, then spendscope analyze.')}
      </p>
    );
  }
  return (
    <ul className={styles.list}>
      {runs.map((run) => (
        <li key={run.run_id}>
          <Icon name={icons[run.status]} className={styles[run.status]} title={statusWords(run.status)} />
          <span>{kindWords(run.kind)}</span>
          <span className={styles.quiet}>{dateTimeFormat(run.started_at, { format: 'MM-DD HH:mm' })}</span>
          <span className={styles.time}>{lasted(run)}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'list' | 'quiet' | 'time' | Run['status'], string> => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    '& li': {
      display: 'grid',
      gridTemplateColumns: '16px 1fr max-content 88px',
      gap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    },
  }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  time: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  running: css({ color: theme.colors.info.text }),
  succeeded: css({ color: theme.colors.success.text }),
  failed: css({ color: theme.colors.error.text }),
  cancelled: css({ color: theme.colors.text.secondary }),
});
