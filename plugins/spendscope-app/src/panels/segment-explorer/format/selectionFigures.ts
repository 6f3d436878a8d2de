import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import type { Comparison, SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerView } from '../types';

export interface Figure {
  key: string;
  value: string;
  /** What it is, and what to compare it with. */
  note: string;
}

function points(difference: number): string {
  const rounded = Math.abs(difference * 100).toFixed(1);
  return difference < 0 ? `−${rounded}` : `+${rounded}`;
}

function churnFigure({ selected, rest }: Comparison): Figure {
  return {
    key: 'churn',
    value: formatShare(selected),
    note: Number.isNaN(rest)
      ? t('explorer.figure.churnOnly', 'mean churn')
      : t('explorer.figure.churn', 'mean churn, {{points}} pts', { points: points(selected - rest) }),
  };
}

function scoreFigure({ selected, rest }: Comparison): Figure {
  return {
    key: 'score',
    value: selected.toFixed(2),
    note: Number.isNaN(rest)
      ? t('explorer.figure.scoreOnly', 'mean score')
      : t('explorer.figure.score', 'mean score, {{rest}} rest', { rest: rest.toFixed(2) }),
  };
}

/** Key figures of a selection, each with its comparison; those that the frame knows nothing about are left out. */
export function selectionFigures(view: ExplorerView, summary: SelectionSummary): Figure[] {
  const known = (field: string | undefined): Comparison | undefined => {
    const comparison = field === undefined ? undefined : summary.comparisons[field];
    return comparison && !Number.isNaN(comparison.selected) ? comparison : undefined;
  };
  const churn = known(view.churnField);
  const score = known(view.scoreField);
  const figures: Figure[] = [
    {
      key: 'count',
      value: formatCount(summary.count),
      note: t('explorer.figure.share', '{{share}} of those in view', { share: formatShare(summary.share) }),
    },
  ];
  if (summary.spend !== undefined) {
    figures.push({
      key: 'spend',
      value: formatValue(view.spendFormat, summary.spend),
      note: t('explorer.figure.spend', '{{share}} of spend', { share: formatShare(summary.spendShare ?? 0) }),
    });
  }
  return [...figures, ...(churn ? [churnFigure(churn)] : []), ...(score ? [scoreFigure(score)] : [])];
}
