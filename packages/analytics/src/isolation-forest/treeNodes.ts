/** Nodes of all trees, one after the other, as parallel lists; plain arrays while trees grow, typed ones afterwards. */
export interface TreeNodes {
  /** column that is cut, −1 in a leaf */
  feature: Numbers;
  /** rows at or below go left */
  threshold: Numbers;
  /** number of the left child; the right one follows it */
  left: Numbers;
  /** leaf: its path length; inner node: the mean path length of the training rows below it */
  path: Numbers;
}

type Numbers = { [index: number]: number; readonly length: number };

/** Copies nodes into typed arrays. */
export function packNodes(nodes: { readonly [K in keyof TreeNodes]: ArrayLike<number> }): TreeNodes {
  return {
    feature: Int16Array.from(nodes.feature),
    threshold: Float64Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
    path: Float64Array.from(nodes.path),
  };
}

/** Edges from a node down to its deepest leaf. */
export function depthBelow(nodes: TreeNodes, node: number): number {
  const left = nodes.left[node]!;
  return nodes.feature[node]! < 0 ? 0 : 1 + Math.max(depthBelow(nodes, left), depthBelow(nodes, left + 1));
}
