import type { PointsState } from '@spendscope/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApiError } from '../../../shared/api/apiError';
import { asApiError } from '../../../shared/api/asApiError';
import { segmentApi } from '../../../shared/api/segmentApi';
import { isCoordinate } from '../prepare/isCoordinate';
import type { AxisChoice } from '../types';
import { FullClient } from './FullClient';
import type { FullScene } from './engine/FullEngine';

/** While the service reads a run, it is asked so often, ms. */
const askEveryMs = 700;

/** Every customer of the newest run, in a worker. */
export interface FullPoints {
  client: FullClient;
  runId: string;
  /** Numbers of clusters, in the order that the worker's indices follow. */
  clusterKeys: readonly number[];
  /** Columns that there are; each can be an axis. */
  columns: readonly string[];
  axes: Record<'x' | 'y', AxisChoice>;
  scene: FullScene;
  /** Lucene: what of the run is shown; all of it without. */
  filter?: string;
  /** Fetches what selections are compared by; resolves at once where it is there. */
  loadMeasures: () => Promise<void>;
}

export type FullState =
  | { kind: 'off' }
  /** Share that the service has read, 0 to 1. */
  | { kind: 'loading'; packed: number }
  | { kind: 'failed'; error: ApiError }
  /** `filtering`: what is shown is not what the dashboard asks for by now; that is on its way. */
  | { kind: 'ready'; points: FullPoints; filtering: boolean };

const off: FullState = { kind: 'off' };

interface Loaded {
  client: FullClient;
  state: PointsState & { runId: string };
  /** Columns in the worker, or on their way there. */
  columns: Map<string, Promise<void>>;
  /** What the worker narrows the run by. */
  filter?: string;
  /** Ends what is on its way; axes and filters that change meanwhile do not. */
  closing: AbortController;
}

function close({ client, closing }: Loaded): void {
  closing.abort();
  client.close();
}

async function packedState(signal: AbortSignal, onProgress: (packed: number) => void): Promise<PointsState> {
  for (;;) {
    const state = await segmentApi.points(signal);
    if (state.packed >= 1 || state.runId === undefined || signal.aborted) {
      return state;
    }
    onProgress(state.packed);
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}

/** Sees to it that the worker has the columns. */
async function ensure({ client, state, columns, closing }: Loaded, names: readonly string[]): Promise<void> {
  const missing = names.filter((name) => !columns.has(name));
  if (missing.length > 0) {
    const loading = segmentApi
      .columns(state.runId, missing, closing.signal)
      .then((bytes) => client.call('columns', [bytes], [bytes]));
    missing.forEach((name) => columns.set(name, loading));
    loading.catch(() => missing.forEach((name) => columns.delete(name)));
  }
  await Promise.all(names.map((name) => columns.get(name)));
}

/** Sees to it that the worker narrows the run by the filter. */
async function narrow(loaded: Loaded, filter: string | undefined, signal: AbortSignal): Promise<void> {
  if (loaded.filter === filter) {
    return;
  }
  const bytes = filter === undefined ? undefined : await segmentApi.matching(loaded.state.runId, filter, signal);
  if (!signal.aborted) {
    loaded.filter = filter;
    await loaded.client.call('matching', [bytes], bytes ? [bytes] : []);
  }
}

/** Whether the service holds the run no longer, or another one: it has to be loaded from the start. */
const isGone = (error: unknown): boolean => asApiError(error).status === 409;

/**
 * Loads every customer of the newest run into a worker while `on`, and frees all of it afterwards.
 *
 * @param clusterKeys numbers of clusters, in the order in which the view lists them
 * @param wanted axes; one that the run has no column for falls back to the first that it has
 * @param filter Lucene: how the dashboard narrows the run
 */
export function useFullPoints(
  on: boolean,
  wanted: Record<'x' | 'y', AxisChoice>,
  clusterKeys: readonly number[],
  filter: string | undefined
): FullState {
  const [state, setState] = useState<Exclude<FullState, { kind: 'ready' }> | { kind: 'ready'; points: FullPoints }>(
    off
  );
  const loaded = useRef<Loaded>(undefined);
  const keyText = clusterKeys.join();
  const keys = useMemo(() => keyText.split(',').filter(Boolean).map(Number), [keyText]);
  const { x, y } = wanted;
  const axes = useMemo(
    () => ({ x: { field: x.field, scale: x.scale }, y: { field: y.field, scale: y.scale } }),
    [x.field, x.scale, y.field, y.scale]
  );

  useEffect(
    () => () => {
      if (loaded.current) {
        close(loaded.current);
        loaded.current = undefined;
      }
    },
    [on]
  );

  useEffect(() => {
    if (!on) {
      return undefined;
    }
    const stopping = new AbortController();
    const { signal } = stopping;
    const load = async (): Promise<void> => {
      setState((before) => (before.kind === 'ready' ? before : { kind: 'loading', packed: 0 }));
      if (!loaded.current) {
        const run = await packedState(signal, (packed) => setState({ kind: 'loading', packed }));
        if (signal.aborted || run.runId === undefined) {
          return;
        }
        loaded.current = {
          client: new FullClient(),
          state: { ...run, runId: run.runId },
          columns: new Map(),
          closing: new AbortController(),
        };
      }
      const now = loaded.current;
      const { client, state: run } = now;
      const known = ({ field, scale }: AxisChoice, position: number): AxisChoice =>
        run.columns.includes(field) ? { field, scale } : { field: run.columns[position]!, scale: 'linear' };
      const shown = { x: known(axes.x, 0), y: known(axes.y, 1) };
      await Promise.all([ensure(now, [shown.x.field, shown.y.field]), narrow(now, filter, signal)]);
      if (signal.aborted) {
        return;
      }
      const scene = await client.call('arrange', [shown, keys]);
      if (!signal.aborted) {
        setState({
          kind: 'ready',
          points: {
            client,
            runId: run.runId,
            clusterKeys: keys,
            columns: run.columns,
            axes: shown,
            scene,
            filter,
            loadMeasures: () =>
              ensure(
                now,
                run.columns.filter((column) => !isCoordinate(column))
              ),
          },
        });
      }
    };
    const loadAnew = (error: unknown): Promise<void> => {
      if (signal.aborted || !loaded.current || !isGone(error)) {
        throw error;
      }
      close(loaded.current);
      loaded.current = undefined;
      return load();
    };
    load()
      .catch(loadAnew)
      .catch((error: unknown) => {
        if (!signal.aborted) {
          setState({ kind: 'failed', error: asApiError(error) });
        }
      });
    return () => stopping.abort();
  }, [on, axes, keys, filter]);

  return useMemo(() => {
    if (!on) {
      return off;
    }
    return state.kind === 'ready' ? { ...state, filtering: state.points.filter !== filter } : state;
  }, [on, state, filter]);
}
