import { dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { getPageStyles } from '../page.styles';

const format = 'MM-DD HH:mm';

/** An instant as the viewer's clock shows it, and the job's where the two differ. */
export function JobTime({ instant, timeZone }: { instant: string; timeZone: string }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const here = dateTimeFormat(instant, { format });
  const there = dateTimeFormat(instant, { format, timeZone });
  return (
    <time dateTime={instant}>
      {here}
      {there !== here && (
        <small className={styles.quiet}>
          {' '}
          {t('jobs.timeThere', '({{time}} {{zone}})', { time: there, zone: timeZone })}
        </small>
      )}
    </time>
  );
}
