import type { DataFrame, Field } from '@grafana/data';
import { isSegmentsFrame, readSegments, type SegmentRow } from '../../../shared/segments/readSegments';
import type { Axis, CellColumns, ExplorerItems, ExplorerView, Prepared, SegmentExplorerOptions } from '../types';
import { axisChoices } from './axisChoices';
import { makeAxis } from './makeAxis';
import { matchRoles, type MatchedRoles, type RoleFields } from './matchRoles';
import { placeAxis, plainColumn } from './placeAxis';
import { readClusters } from './readClusters';
import { readItems } from './readItems';
import { sumOf } from './sumOf';
import { countedTotal, findTruncation } from './truncation';
import { storedColumn, unscaleLogColumns } from './unscaleLogColumns';

type WithAxes = RoleFields & { x: Field; y: Field };

interface Candidate extends MatchedRoles {
  frame: DataFrame;
  /** The same as the query brought it. */
  asked: DataFrame;
}

function hasAxes(candidate: Candidate): candidate is Candidate & { fields: WithAxes } {
  return candidate.fields.x !== undefined && candidate.fields.y !== undefined;
}

/**
 * Points are costly, so a query that returned them was meant to; cells beside them tell the true total. Density can be
 * had from either, better from cells, which stand for everyone.
 */
function choose<C extends Candidate>(candidates: readonly C[], mode: SegmentExplorerOptions['mode']): C | undefined {
  const cells = candidates.find(({ fields }) => fields.count);
  const points = candidates.find(({ fields }) => !fields.count);
  // Full has density beneath it until every customer has come.
  return mode === 'density' || mode === 'full' ? (cells ?? points) : (points ?? cells);
}

type Range = Axis['home'];

function countOutside({ x, y, count }: ExplorerItems, [left, right]: Range, [bottom, top]: Range): number {
  let outside = 0;
  count.forEach((n, i) => {
    outside += x[i]! < left || x[i]! > right || y[i]! < bottom || y[i]! > top ? n : 0;
  });
  return outside;
}

function reorder(items: ExplorerItems, order: Uint16Array): ExplorerItems {
  return { ...items, cluster: items.cluster.map((cluster) => order[cluster]!) };
}

function spendFormat({ spend }: WithAxes, y: Axis): ExplorerView['spendFormat'] {
  if (spend?.config.unit) {
    return { unit: spend.config.unit, decimals: spend.config.decimals ?? undefined };
  }
  return y.title === 'monetary' ? y : {};
}

/** Undefined when no row has a place on both axes. */
function buildView(
  { asked, frame, fields }: Candidate & { fields: WithAxes },
  segments: readonly SegmentRow[],
  { mode, axes }: PrepareOptions
): Omit<ExplorerView, 'pointsAvailable'> | undefined {
  // The query fixed the axes of cells.
  const placed = {
    x: placeAxis(frame, fields.x, fields.count ? undefined : axes?.x),
    y: placeAxis(frame, fields.y, fields.count ? undefined : axes?.y),
  };
  const cellColumns: CellColumns | undefined = fields.count && {
    x: storedColumn(asked, fields.x.name),
    y: storedColumn(asked, fields.y.name),
  };
  const read = readItems(frame, { ...fields, x: placed.x.field, y: placed.y.field }, cellColumns);
  if (read.items.length === 0) {
    return undefined;
  }
  const { clusters, order } = readClusters(read, segments, placed);
  const items = reorder(read.items, order);
  const { count: counts } = items;
  const x = makeAxis(frame, placed.x, { values: items.x, counts, side: items.cellWidth });
  const y = makeAxis(frame, placed.y, { values: items.y, counts, side: items.cellHeight });
  return {
    mode: fields.count || mode === 'density' || mode === 'full' ? 'density' : 'points',
    items,
    clusters,
    x,
    y,
    customers: sumOf(counts),
    outside: countOutside(items, x.home, y.home),
    spend: items.spend && sumOf(items.spend),
    spendFormat: spendFormat(fields, y),
    churnField: fields.churn?.name,
    scoreField: fields.score?.name,
    ownColumns: { x: plainColumn(fields.x.name), y: plainColumn(fields.y.name) },
    cellColumns,
    axisChoices: fields.count ? [] : axisChoices(frame, fields),
    leftOut: read.leftOut,
    clustersMissing: read.clusterKeys.every((key) => key === ''),
    computedAt: segments[0]?.createdAt,
  };
}

export type PrepareOptions = Pick<SegmentExplorerOptions, 'mode' | 'fields'> &
  Partial<Pick<SegmentExplorerOptions, 'axes'>>;

/**
 * Turns what the queries returned into what the explorer draws; never changes the frames.
 *
 * Understands a frame of nested histogram buckets (x key, y key, cluster terms, count), a frame of customers, and
 * beside either a frame of segments (names, ranks, centroids) and one that only counts (the true total).
 *
 * @param requested rows that each query asks for, by refId (see `requestedRows`)
 */
export function prepareSegmentExplorer(
  frames: readonly DataFrame[],
  options: PrepareOptions,
  requested: ReadonlyMap<string, number> = new Map()
): Prepared {
  const segmentsFrame = frames.find(isSegmentsFrame);
  const candidates = frames
    .filter((frame) => frame !== segmentsFrame && frame.length > 0)
    .map((asked): Candidate => {
      const frame = unscaleLogColumns(asked);
      return { asked, frame, ...matchRoles(frame, options.fields) };
    });
  if (candidates.length === 0) {
    return { kind: 'empty' };
  }
  const usable = candidates.filter(hasAxes);
  const chosen = choose(usable, options.mode);
  if (!chosen) {
    const closest = candidates[0]!;
    return { kind: 'misconfigured', roles: closest.report, columns: closest.frame.fields.length };
  }
  const view = buildView(chosen, segmentsFrame ? readSegments(segmentsFrame) : [], options);
  if (!view) {
    return { kind: 'empty' };
  }
  const { frame, fields } = chosen;
  const truncation = fields.count
    ? undefined
    : findTruncation(frame.length, requested.get(frame.refId ?? ''), countedTotal(frames, frame));
  return {
    kind: 'view',
    view: { ...view, truncation, pointsAvailable: usable.some((candidate) => !candidate.fields.count) },
  };
}
