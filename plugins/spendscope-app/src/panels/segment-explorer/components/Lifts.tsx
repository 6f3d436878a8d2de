import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { measureLabel } from '../format/labels';
import type { Lift } from '../selection/summarizeSelection';
import { getSelectionBarStyles } from './selectionBar.styles';

/** Four times as much fills a half of the bar, so does a quarter. */
const FULL = Math.log(4);

/** What sets the selected apart: ratios of means on a log bar with 1× in the middle. */
export function Lifts({ lifts }: { lifts: readonly Lift[] }): JSX.Element | null {
  const styles = useStyles2(getSelectionBarStyles);
  if (lifts.length === 0) {
    return null;
  }
  const label = t('explorer.lift.title', 'Lift against the rest');
  return (
    <ul className={styles.lifts} aria-label={label}>
      <li aria-hidden="true">{label}</li>
      {lifts.map(({ field, ratio }) => (
        <li key={field} className={styles.lift}>
          <span title={field}>{measureLabel(field)}</span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={ratio >= 1 ? styles.more : styles.less}
              style={{ width: `${Math.min(1, Math.abs(Math.log(ratio)) / FULL) * 50}%` }}
            />
          </span>
          <span>{ratio >= 10 ? Math.round(ratio) : Number(ratio.toPrecision(2))}×</span>
        </li>
      ))}
    </ul>
  );
}
