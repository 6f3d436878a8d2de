import type { AppPlugin } from '@grafana/data';
import { useEffect, useState } from 'react';
import { importAppPlugin } from './pluginLoader';

export type LoadedApp = { plugin: AppPlugin } | { problem: string };

const problemOf = (error: unknown): string => {
  const data = (error as { data?: { message?: string } }).data;
  return data?.message ?? (error instanceof Error ? error.message : 'The app cannot be loaded.');
};

/** An app plugin, or why it cannot be had; undefined while it loads. */
export function useAppPlugin(id: string): LoadedApp | undefined {
  const [loaded, setLoaded] = useState<LoadedApp>();
  useEffect(() => {
    let isCurrent = true;
    importAppPlugin(id).then(
      (plugin) => isCurrent && setLoaded({ plugin }),
      (error: unknown) => isCurrent && setLoaded({ problem: problemOf(error) })
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return loaded;
}
