import type { PointsState } from '@spendscope/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApiError } from '../../../shared/api/apiError';
import { asApiError } from '../../../shared/api/asApiError';
import { segmentApi } from '../../../shared/api/segmentApi';
import type { AxisChoice } from '../types';
import { FullClient } from './FullClient';
import type { FullScene } from './engine/FullEngine';

/** While the service reads a run, it is asked so often, ms. */
const askEveryMs = 700;

/** Every customer of the newest run, in a worker. */
export interface FullPoints {
  client: FullClient;
  runId: string;
  /** Columns that there are; each can be an axis. */
  columns: readonly string[];
  axes: Record<'x' | 'y', AxisChoice>;
  scene: FullScene;
  /** Fetches what selections are compared by; resolves at once where it is there. */
  loadMeasures: () => Promise<void>;
}

export type FullState =
  | { kind: 'off' }
  /** Share that the service has read, 0 to 1. */
  | { kind: 'loading'; packed: number }
  | { kind: 'failed'; error: ApiError }
  | { kind: 'ready'; points: FullPoints };

const off: FullState = { kind: 'off' };

interface Loaded {
  client: FullClient;
  state: PointsState & { runId: string };
  /** Columns in the worker, or on their way there. */
  columns: Map<string, Promise<void>>;
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
async function ensure(
  { client, state, columns }: Loaded,
  names: readonly string[],
  clusterKeys: readonly number[],
  signal?: AbortSignal
): Promise<void> {
  const missing = names.filter((name) => !columns.has(name));
  if (missing.length > 0) {
    const loading = segmentApi
      .columns(state.runId, missing, signal)
      .then((bytes) => client.call('columns', [bytes, clusterKeys], [bytes]));
    missing.forEach((name) => columns.set(name, loading));
    loading.catch(() => missing.forEach((name) => columns.delete(name)));
  }
  await Promise.all(names.map((name) => columns.get(name)));
}

/**
 * Loads every customer of the newest run into a worker while `on`, and frees all of it afterwards.
 *
 * @param clusterKeys numbers of clusters, in the order in which the view lists them
 * @param wanted axes; one that the run has no column for falls back to the first that it has
 */
export function useFullPoints(
  on: boolean,
  wanted: Record<'x' | 'y', AxisChoice>,
  clusterKeys: readonly number[]
): FullState {
  const [state, setState] = useState<FullState>(off);
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
      loaded.current?.client.close();
      loaded.current = undefined;
    },
    [on, keys]
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
        loaded.current = { client: new FullClient(), state: { ...run, runId: run.runId }, columns: new Map() };
      }
      const now = loaded.current;
      const { client, state: run } = now;
      const known = ({ field, scale }: AxisChoice, position: number): AxisChoice =>
        run.columns.includes(field) ? { field, scale } : { field: run.columns[position]!, scale: 'linear' };
      const shown = { x: known(axes.x, 0), y: known(axes.y, 1) };
      await ensure(now, [shown.x.field, shown.y.field], keys, signal);
      const scene = await client.call('arrange', [shown]);
      if (!signal.aborted) {
        setState({
          kind: 'ready',
          points: {
            client,
            runId: run.runId,
            columns: run.columns,
            axes: shown,
            scene,
            loadMeasures: () => ensure(now, run.columns, keys),
          },
        });
      }
    };
    load().catch((error: unknown) => {
      if (!signal.aborted) {
        setState({ kind: 'failed', error: asApiError(error) });
      }
    });
    return () => stopping.abort();
  }, [on, axes, keys]);

  return on ? state : off;
}
