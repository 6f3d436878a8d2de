import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';

/** What the dashboard was not told of a selection that was applied to it. */
export interface Applied {
  /** Variables that the dashboard has none of. */
  lacking: readonly string[];
  /** How other panels follow what was drawn, where they do not follow it exactly: row by row, or by its bounding box. */
  outline?: 'rows' | 'box';
}

/** Says aloud where other panels show other customers than the selected ones. */
export function AppliedRemarks({ applied, className }: { applied: Applied; className: string }): JSX.Element | null {
  const { lacking, outline } = applied;
  if (lacking.length === 0 && !outline) {
    return null;
  }
  return (
    <div className={className}>
      {outline === 'rows' && (
        <p>
          {t(
            'explorer.applied.rows',
            'Other panels follow the outline row by row: who lies right at its edge can be in or out. A saved segment holds exactly who is inside.'
          )}
        </p>
      )}
      {outline === 'box' && (
        <p>
          {t(
            'explorer.applied.box',
            'Other panels show everybody in the bounding box of what was drawn, more than are selected here. A saved segment holds exactly who is inside.'
          )}
        </p>
      )}
      {lacking.length > 0 && (
        <p>
          {t('explorer.selection.lacking', 'The dashboard has no variables {{names}}: that part was not applied.', {
            names: lacking.join(', '),
          })}
        </p>
      )}
    </div>
  );
}
