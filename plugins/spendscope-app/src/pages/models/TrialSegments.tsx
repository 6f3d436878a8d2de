import { Badge } from '@grafana/ui';
import type { ModelTrial, TrialSegment } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { PlainTable } from '../PlainTable';
import { formatFigure } from './modelFigures';
import { formatGain, traitWords } from './trialText';

/** ROC-AUC of both versions in each segment, the worst difference first. */
export function TrialSegments({ trial }: { trial: ModelTrial }): JSX.Element {
  const isWorse = ({ difference }: TrialSegment): boolean => -difference > trial.segment_margin;
  return (
    <PlainTable<TrialSegment>
      label={t('models.trial.segments', 'ROC-AUC by segment')}
      rows={trial.segments}
      keyOf={({ trait, value }) => `${trait} ${value}`}
      columns={[
        {
          key: 'segment',
          label: t('models.trial.segment', 'Segment'),
          cell: ({ trait, value }) => `${traitWords(trait)}: ${value}`,
        },
        { key: 'rows', label: t('models.trial.segmentRows', 'Rows'), alignRight: true, cell: ({ rows }) => formatFigure(rows) }, // prettier-ignore
        {
          key: 'live',
          label: t('models.trial.live', 'Live then'),
          alignRight: true,
          cell: ({ live }) => live.toFixed(3),
        },
        {
          key: 'candidate',
          label: t('models.trial.candidate', 'This one'),
          alignRight: true,
          cell: ({ candidate }) => candidate.toFixed(3),
        },
        {
          key: 'gain',
          label: t('models.trial.segmentGain', 'Gain (95 %)'),
          alignRight: true,
          cell: ({ difference, low, high }) => `${formatGain(difference)} (${formatGain(low)} – ${formatGain(high)})`,
        },
        {
          key: 'worse',
          label: <span className="sr-only">{t('models.trial.verdict', 'Verdict')}</span>,
          cell: (segment) =>
            isWorse(segment) ? (
              <Badge color="red" icon="exclamation-triangle" text={t('models.trial.worse', 'Worse')} />
            ) : null,
        },
      ]}
    />
  );
}
