import { Button, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { selectionFigures } from '../format/selectionFigures';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerView } from '../types';
import { Lifts } from './Lifts';
import { getSelectionBarStyles } from './selectionBar.styles';

interface SelectionBarProps {
  view: ExplorerView;
  summary: SelectionSummary;
  /** Variables that the dashboard has none of, so that a part of the selection was not applied. */
  lacking: readonly string[];
  onApply: () => void;
  onClear: () => void;
}

/** Who is selected, how they differ, and what to do with them. */
export function SelectionBar({ view, summary, lacking, onApply, onClear }: SelectionBarProps): JSX.Element {
  const styles = useStyles2(getSelectionBarStyles);
  return (
    <div className={styles.bar} role="group" aria-label={t('explorer.selection.label', 'Selection')}>
      <dl className={styles.figures}>
        {selectionFigures(view, summary).map(({ key, value, note }) => (
          <div key={key} className={styles.figure}>
            <dt>{note}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Lifts lifts={summary.lifts} />
      <div className={styles.actions}>
        <Button onClick={onApply} disabled={summary.count === 0}>
          {t('explorer.selection.apply', 'Apply to dashboard')}
        </Button>
        <Button variant="primary" fill="text" icon="times" onClick={onClear}>
          {t('explorer.selection.clear', 'Clear')}
        </Button>
      </div>
      {lacking.length > 0 && (
        <p className={styles.lacking}>
          {t('explorer.selection.lacking', 'The dashboard has no variables {{names}}: that part was not applied.', {
            names: lacking.join(', '),
          })}
        </p>
      )}
    </div>
  );
}
