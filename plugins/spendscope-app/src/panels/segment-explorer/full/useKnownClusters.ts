import { useState } from 'react';
import type { ExplorerCluster } from '../types';

/**
 * Clusters with a number that any view had so far, as they were last told, in the order of their first appearance: a
 * filter that leaves some out moves none of the others, so that what the worker counted by their places stays right.
 * Keep `clusters` stable.
 */
export function useKnownClusters(clusters: readonly ExplorerCluster[] | undefined): readonly ExplorerCluster[] {
  const [seen, setSeen] = useState<{ of?: readonly ExplorerCluster[]; known: readonly ExplorerCluster[] }>({
    known: [],
  });
  if (!clusters || seen.of === clusters) {
    return seen.known;
  }
  const told = new Map(clusters.filter(({ key }) => key !== '').map((cluster) => [cluster.key, cluster]));
  const before = seen.known.map((cluster) => told.get(cluster.key) ?? cluster);
  const added = [...told.values()].filter(({ key }) => !before.some((cluster) => cluster.key === key));
  const known = [...before, ...added];
  setSeen({ of: clusters, known });
  return known;
}
