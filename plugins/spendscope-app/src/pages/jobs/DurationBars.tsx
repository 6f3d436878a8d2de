import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import type { JobOccurrence } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { JobTime } from './JobTime';
import { lengthWords, stateWords } from './jobWords';

const height = 24;
const least = 3;

/** How long the newest runs took, oldest first: a bar each, as long as it was beside the longest; colour and words say how it ended. */
export function DurationBars({
  history,
  timeZone,
}: {
  history: readonly JobOccurrence[];
  timeZone: string;
}): JSX.Element {
  const styles = useStyles2(getStyles);
  const timed = history.filter(({ seconds }) => seconds !== undefined);
  const longest = Math.max(1, ...timed.map(({ seconds }) => seconds!));
  const last = timed.at(-1);
  if (!last) {
    return <span className={styles.none}>–</span>;
  }
  const failed = timed.filter(({ state }) => state === 'failed').length;
  const label = t(
    'jobs.historyOf',
    'Last {{count}} runs: {{failed}} failed, the longest took {{longest}}, the last {{last}}',
    {
      count: timed.length,
      failed,
      longest: lengthWords(longest),
      last: lengthWords(last.seconds!),
    }
  );
  return (
    <span className={styles.row}>
      <svg width={timed.length * 6} height={height} role="img" aria-label={label}>
        {timed.map(({ occurrence_id: id, seconds, state }, place) => {
          const long = least + ((height - least) * seconds!) / longest;
          return (
            <rect
              key={id}
              x={place * 6}
              y={height - long}
              width={4}
              height={long}
              className={cx(styles.bar, state === 'failed' && styles.failed, state === 'cancelled' && styles.cancelled)}
            />
          );
        })}
      </svg>
      <Tooltip
        content={
          <>
            <JobTime instant={last.due_at} timeZone={timeZone} /> {stateWords(last.state)}
          </>
        }
      >
        <span>{lengthWords(last.seconds!)}</span>
      </Tooltip>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'row' | 'bar' | 'failed' | 'cancelled' | 'none', string> => ({
  row: css({
    display: 'inline-flex',
    alignItems: 'flex-end',
    gap: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
  }),
  bar: css({ fill: theme.colors.success.main }),
  failed: css({ fill: theme.colors.error.main }),
  cancelled: css({ fill: theme.colors.text.disabled }),
  none: css({ color: theme.colors.text.secondary }),
});
