import { Button, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { selectionFigures } from '../format/selectionFigures';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerView } from '../types';
import { AppliedRemarks, type Applied } from './AppliedRemarks';
import { Lifts } from './Lifts';
import { getSelectionBarStyles } from './selectionBar.styles';

interface SelectionBarProps {
  view: ExplorerView;
  summary: SelectionSummary;
  /** What Apply could not tell the dashboard. */
  applied: Applied;
  onApply: () => void;
  /** Absent where this person may not. */
  onSave?: () => void;
  onDrill: () => void;
  onExport?: () => void;
  onClear: () => void;
}

/** Who is selected, how they differ, and what to do with them. */
export function SelectionBar(props: SelectionBarProps): JSX.Element {
  const { view, summary, applied, onApply, onSave, onDrill, onExport, onClear } = props;
  const nobody = summary.count === 0;
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
        <Button onClick={onApply} disabled={nobody}>
          {t('explorer.selection.apply', 'Apply to dashboard')}
        </Button>
        {onSave && (
          <Button variant="secondary" icon="save" onClick={onSave} disabled={nobody}>
            {t('explorer.selection.save', 'Save segment…')}
          </Button>
        )}
        <Button variant="secondary" onClick={onDrill} disabled={nobody}>
          {t('explorer.selection.drill', 'Drill down')}
        </Button>
        {onExport && (
          <Button
            variant="secondary"
            icon="download-alt"
            tooltip={t('explorer.selection.export', 'Export as CSV…')}
            aria-label={t('explorer.selection.export', 'Export as CSV…')}
            onClick={onExport}
            disabled={nobody}
          />
        )}
        <Button variant="primary" fill="text" icon="times" onClick={onClear}>
          {t('explorer.selection.clear', 'Clear')}
        </Button>
      </div>
      <AppliedRemarks applied={applied} className={styles.lacking} />
    </div>
  );
}
