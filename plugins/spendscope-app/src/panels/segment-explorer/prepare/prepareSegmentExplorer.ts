import type { DataFrame, Field } from '@grafana/data';
import { isSegmentsFrame, readSegments } from '../../../shared/segments/readSegments';
import type { ExplorerItems, ExplorerView, Prepared, SegmentExplorerOptions } from '../types';
import { makeAxis } from './makeAxis';
import { matchRoles, type MatchedRoles, type RoleFields } from './matchRoles';
import { readClusters } from './readClusters';
import { readItems } from './readItems';
import { countedTotal, findTruncation } from './truncation';

type WithAxes = RoleFields & { x: Field; y: Field };

interface Candidate extends MatchedRoles {
  frame: DataFrame;
}

function hasAxes(candidate: Candidate): candidate is Candidate & { fields: WithAxes } {
  return candidate.fields.x !== undefined && candidate.fields.y !== undefined;
}

/** Counted cells stand for every customer, so they win unless points are asked for. */
function choose<C extends Candidate>(candidates: readonly C[], mode: SegmentExplorerOptions['mode']): C | undefined {
  const cells = candidates.find(({ fields }) => fields.count);
  const points = candidates.find(({ fields }) => !fields.count);
  return mode === 'points' ? (points ?? cells) : (cells ?? points);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + (value || 0), 0);
}

function reorder(items: ExplorerItems, order: Uint16Array): ExplorerItems {
  return { ...items, cluster: items.cluster.map((cluster) => order[cluster]!) };
}

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
  options: Pick<SegmentExplorerOptions, 'mode' | 'fields'>,
  requested: ReadonlyMap<string, number> = new Map()
): Prepared {
  const segmentsFrame = frames.find(isSegmentsFrame);
  const candidates = frames
    .filter((frame) => frame !== segmentsFrame && frame.length > 0)
    .map((frame): Candidate => ({ frame, ...matchRoles(frame, options.fields) }));
  if (candidates.length === 0) {
    return { kind: 'empty' };
  }
  const chosen = choose(candidates.filter(hasAxes), options.mode);
  if (!chosen) {
    const closest = candidates[0]!;
    return { kind: 'misconfigured', roles: closest.report, columns: closest.frame.fields.length };
  }
  const { frame, fields } = chosen;
  const read = readItems(frame, fields);
  if (read.items.length === 0) {
    return { kind: 'empty' };
  }
  const segments = segmentsFrame ? readSegments(segmentsFrame) : [];
  const { clusters, order } = readClusters(read, segments, { x: fields.x.name, y: fields.y.name });
  const items = reorder(read.items, order);
  const rows = fields.count
    ? undefined
    : findTruncation(frame.length, requested.get(frame.refId ?? ''), countedTotal(frames, frame));
  const view: ExplorerView = {
    mode: fields.count || options.mode === 'density' ? 'density' : 'points',
    items,
    clusters,
    x: makeAxis(frame, fields.x, items.x, items.cellWidth),
    y: makeAxis(frame, fields.y, items.y, items.cellHeight),
    customers: sum(items.count),
    ...(items.spend ? { spend: sum(items.spend) } : {}),
    leftOut: read.leftOut,
    clustersMissing: read.clusterKeys.every((key) => key === ''),
    ...(rows ? { truncation: rows } : {}),
    ...(segments[0]?.createdAt !== undefined ? { computedAt: segments[0].createdAt } : {}),
  };
  return { kind: 'view', view };
}
