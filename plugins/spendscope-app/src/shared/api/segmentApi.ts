import {
  CustomerProfile,
  type CustomerSelection,
  type ExportRequest,
  PointsState,
  SavedSegment,
  type SavedSegmentChange,
  SavedSegmentList,
  type SavedSegmentRequest,
  SegmentComparison,
  SegmentRunList,
  SelectedCustomers,
} from '@spendscope/contracts';
import { callApi, callApiForBytes } from './callApi';
import { noContent } from './noContent';

const encoded = encodeURIComponent;

/** Calls of the explorer: customers of a run, selections, saved segments, runs. Each rejects with an ApiError. */
export const segmentApi = {
  points: (signal?: AbortSignal): Promise<PointsState> => callApi({ answer: PointsState, path: 'points', signal }),
  columns: (runId: string, names: readonly string[], signal?: AbortSignal): Promise<ArrayBuffer> =>
    callApiForBytes({ path: `points/${encoded(runId)}/columns`, query: { names: names.join() }, signal }),
  /** Which rows of the run's columns pass a Lucene filter, as a packed column. */
  matching: (runId: string, filter: string, signal?: AbortSignal): Promise<ArrayBuffer> =>
    callApiForBytes({ method: 'POST', path: `points/${encoded(runId)}/matching`, body: { filter }, signal }),
  customers: (
    body: { selection: CustomerSelection; cursor?: string; size?: number },
    signal?: AbortSignal
  ): Promise<SelectedCustomers> =>
    callApi({ answer: SelectedCustomers, method: 'POST', path: 'points/customers', body, signal }),
  profile: (token: string, signal?: AbortSignal): Promise<CustomerProfile> =>
    callApi({ answer: CustomerProfile, path: `customers/${encoded(token)}`, signal }),
  saved: (signal?: AbortSignal): Promise<SavedSegmentList> =>
    callApi({ answer: SavedSegmentList, path: 'segments/saved', signal }),
  save: (body: SavedSegmentRequest, idempotencyKey: string): Promise<SavedSegment> =>
    callApi({ answer: SavedSegment, method: 'POST', path: 'segments/saved', body, idempotencyKey }),
  change: ({ id, etag }: Pick<SavedSegment, 'id' | 'etag'>, body: SavedSegmentChange): Promise<SavedSegment> =>
    callApi({ answer: SavedSegment, method: 'PUT', path: `segments/saved/${encoded(id)}`, body, ifMatch: etag }),
  remove: (id: string): Promise<unknown> =>
    callApi({ answer: noContent, method: 'DELETE', path: `segments/saved/${encoded(id)}` }),
  export: (body: ExportRequest): Promise<ArrayBuffer> => callApiForBytes({ method: 'POST', path: 'exports', body }),
  runs: (signal?: AbortSignal): Promise<SegmentRunList> =>
    callApi({ answer: SegmentRunList, path: 'segments/runs', signal }),
  comparison: (earlier: string, signal?: AbortSignal): Promise<SegmentComparison> =>
    callApi({ answer: SegmentComparison, path: 'segments/comparison', query: { with: earlier }, signal }),
};
