import type { TreeNodes } from '../trees/treeEnsemble';

/** What it takes to reach a leaf: for each different feature an interval, and the share of rows that it lets through. */
export interface LeafPath {
  value: number;
  features: number[];
  /** a row comes through where above < x ≤ upTo */
  above: number[];
  upTo: number[];
  /** 1 where rows without a value come through */
  missing: number[];
  /** product of the training rows' shares at this feature's cuts */
  shares: number[];
}

/** Paths to all leaves of a tree, from left to right. */
export function leafPaths(nodes: TreeNodes, root: number): LeafPath[] {
  const paths: LeafPath[] = [];
  const open: { node: number; path: LeafPath }[] = [
    { node: root, path: { value: 0, features: [], above: [], upTo: [], missing: [], shares: [] } },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path } = next;
    const feature = nodes.feature[node]!;
    if (feature < 0) {
      paths.push({ ...path, value: nodes.value[node]! });
      continue;
    }
    open.push({ node: nodes.right[node]!, path: narrowed(nodes, node, path, 'right') });
    open.push({ node: nodes.left[node]!, path: narrowed(nodes, node, path, 'left') });
  }
  return paths;
}

function narrowed(nodes: TreeNodes, node: number, path: LeafPath, side: 'left' | 'right'): LeafPath {
  const child = side === 'left' ? nodes.left[node]! : nodes.right[node]!;
  const feature = nodes.feature[node]!;
  const threshold = nodes.threshold[node]!;
  const share = nodes.cover[child]! / nodes.cover[node]!;
  const lets = (nodes.missingLeft[node] === 1) === (side === 'left') ? 1 : 0;
  const copy: LeafPath = {
    value: 0,
    features: [...path.features],
    above: [...path.above],
    upTo: [...path.upTo],
    missing: [...path.missing],
    shares: [...path.shares],
  };
  let at = copy.features.indexOf(feature);
  if (at < 0) {
    at = copy.features.push(feature) - 1;
    copy.above.push(-Infinity);
    copy.upTo.push(Infinity);
    copy.missing.push(1);
    copy.shares.push(1);
  }
  copy.shares[at]! *= share;
  copy.missing[at]! *= lets;
  if (side === 'left') {
    copy.upTo[at] = Math.min(copy.upTo[at]!, threshold);
  } else {
    copy.above[at] = Math.max(copy.above[at]!, threshold);
  }
  return copy;
}
