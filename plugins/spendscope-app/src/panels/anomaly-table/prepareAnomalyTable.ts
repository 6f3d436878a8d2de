import { type DataFrame, LoadingState, type PanelData } from '@grafana/data';
import { anomalyRoleLabel } from '../../shared/anomalies/anomalyRoles';
import type { AnomalyRow } from '../../shared/anomalies/anomalyRow';
import { type AverageAt, averageOf } from '../../shared/anomalies/linked/averageOf';
import { rowsOfFrames } from '../../shared/anomalies/rowsOfFrames';
import { sortRows } from '../../shared/anomalies/sortRows';
import { t } from '../../shared/i18n/t';
import type { PanelNotice, PanelStatus } from '../../shared/state/panelState.types';
import type { AnomalyTableOptions } from './types';

export interface AnomalyTableView {
  rows: AnomalyRow[];
  /** Rows at or above the lowest score, before the cut. */
  total: number;
  /** The mean score over time, where the query brings it. */
  average: AverageAt[];
  status: PanelStatus;
  notices: PanelNotice[];
  summary: string;
}

/** The data source gives no more than this, and where a query asks for less it stops there without a word. */
const sourceLimits = [500, 10_000];

const nothing = { rows: [], total: 0, average: [], notices: [], summary: '' };

/** Frames and options in, what the panel draws out; frames stay as they are. */
export function prepareAnomalyTable(
  data: Pick<PanelData, 'state' | 'series' | 'errors' | 'error'>,
  options: AnomalyTableOptions
): AnomalyTableView {
  const failure = data.errors?.[0] ?? data.error;
  if (data.state === LoadingState.Error || (failure && data.series.length === 0)) {
    return { ...nothing, status: errorStatus(failure) };
  }
  if (data.series.length === 0) {
    return { ...nothing, status: data.state === LoadingState.Loading ? { kind: 'loading-first' } : noRows() };
  }
  const { rows, mapped } = rowsOfFrames(data.series, options.fields);
  if (mapped.missing.length > 0 && (mapped.frame?.fields.length ?? 0) > 0) {
    return { ...nothing, status: misconfigured(mapped.report, mapped.missing.length) };
  }
  if (rows.length === 0) {
    return { ...nothing, status: noRows() };
  }
  const enough = sortRows(rows.filter(({ score }) => score >= options.minScore));
  if (enough.length === 0) {
    return { ...nothing, status: belowThreshold(rows, options.minScore) };
  }
  const shown = enough.slice(0, options.top);
  return {
    rows: shown,
    total: enough.length,
    average: averageOf(data.series, mapped.frame),
    status: { kind: data.state === LoadingState.Loading ? 'refreshing' : 'ready' },
    notices: cutNotices(mapped.frame, shown.length, enough.length),
    summary: summaryOf(shown, enough.length, options.minScore),
  };
}

function errorStatus(error: PanelData['error']): PanelStatus {
  return {
    kind: 'error',
    title: t('anomalyTable.error', 'The data source did not answer'),
    hint: t('anomalyTable.errorHint', 'Try again, or shorten the time range.'),
    details: { status: error?.status, requestId: error?.traceId, message: error?.message ?? error?.data?.message },
  };
}

const noRows = (): PanelStatus => ({
  kind: 'empty',
  title: t('anomalyTable.empty', 'No anomalies in this time range'),
  reason: t(
    'anomalyTable.emptyReason',
    'Nothing at or above the stored score was found. Widen the range, or check that the pipeline runs.'
  ),
});

function misconfigured(report: (PanelStatus & { kind: 'misconfigured' })['report'], missing: number): PanelStatus {
  return {
    kind: 'misconfigured',
    title: t('anomalyTable.missing', '{{count}} fields are missing', {
      count: missing,
      defaultValue_one: 'One field is missing',
    }),
    report,
    label: anomalyRoleLabel,
  };
}

function belowThreshold(rows: readonly AnomalyRow[], minScore: number): PanelStatus {
  return {
    kind: 'empty',
    title: t('anomalyTable.below', 'No score of {{minScore}} or more', { minScore: minScore.toFixed(2) }),
    reason: t(
      'anomalyTable.belowReason',
      'The highest of {{count, number}} scores is {{highest}}. Lower the threshold in the panel’s options to see them.',
      {
        count: rows.length,
        highest: Math.max(...rows.map(({ score }) => score)).toFixed(2),
      }
    ),
  };
}

function cutNotices(frame: DataFrame | undefined, shown: number, total: number): PanelNotice[] {
  const read = frame?.length ?? 0;
  if (sourceLimits.includes(read)) {
    return [
      {
        kind: 'partial',
        message: t(
          'anomalyTable.cut',
          'The query stopped at {{count, number}} rows: there may be more. Raise its size (10,000 at most) or narrow the range.',
          { count: read }
        ),
      },
    ];
  }
  return shown < total
    ? [
        {
          kind: 'partial',
          message: t('anomalyTable.top', 'The {{shown, number}} highest of {{total, number}} are shown.', {
            shown,
            total,
          }),
        },
      ]
    : [];
}

function summaryOf(shown: readonly AnomalyRow[], total: number, minScore: number): string {
  return t(
    'anomalyTable.summary',
    '{{count, number}} of {{total, number}} transactions with a score of {{minScore}} or more, the highest {{highest}}.',
    { count: shown.length, total, minScore: minScore.toFixed(2), highest: shown[0]!.score.toFixed(2) }
  );
}
