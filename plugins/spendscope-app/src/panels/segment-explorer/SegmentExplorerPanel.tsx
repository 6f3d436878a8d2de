import type { PanelProps } from '@grafana/data';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';

export function SegmentExplorerPanel({ data }: PanelProps): JSX.Element {
  return (
    <PanelState
      status={{
        kind: 'empty',
        title: t('shared.state.noRows', 'No rows'),
        reason: t('shared.state.noRowsReason', 'The query returned {{count}} frames.', {
          count: data.series.length,
          defaultValue_one: 'The query returned {{count}} frame.',
        }),
      }}
    >
      {null}
    </PanelState>
  );
}
