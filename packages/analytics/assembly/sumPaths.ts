// AssemblyScript, compiled by `npm run generate`: the body of src/isolation-forest/sumPathsPlain.ts, eight rows at a time.
//
// A node takes 16 bytes: the threshold as f64, the offset in a row of the value to compare as u32, the address of its
// left child as u32 (the right one follows). A leaf has the threshold ∞ and is its own left child, so that every row
// takes as many steps as the tree is deep and no branch must be guessed. Eight walks at once hide the time that each
// waits for memory.

/** log2 of the bytes of a node. */
const nodeBits: u32 = 4;
const rowsAtOnce: u32 = 8;

/** The next node: both u32 of a node are read at once, the offset below, the child above. */
function step(node: u32, row: u32): u32 {
  const link = load<u64>(node, 8);
  return u32(link >> 32) + (u32(load<f64>(row + u32(link)) > load<f64>(node)) << nodeBits);
}

/** Adds the path length of the leaf that a row has come to; paths lie in the order of the nodes, one f64 each. */
function add(sum: u32, leaf: u32, nodes: u32, paths: u32): void {
  store<f64>(sum, load<f64>(sum) + load<f64>(paths + ((leaf - nodes) >> 1)));
}

/**
 * Adds to each row's sum the lengths of its paths through all trees, tree after tree.
 *
 * @param rows address of row-major f64
 * @param stride bytes of a row
 * @param count a multiple of 8
 * @param trees address of two u32 per tree: its root's address and its depth
 * @param sums address of one f64 per row
 */
export function sumPaths(
  rows: u32,
  stride: u32,
  count: u32,
  nodes: u32,
  paths: u32,
  trees: u32,
  treeCount: u32,
  sums: u32
): void {
  const treesEnd = trees + (treeCount << 3);
  for (let tree = trees; tree < treesEnd; tree += 8) {
    const root = load<u32>(tree);
    const depth = load<u32>(tree, 4);
    let a = rows;
    let sum = sums;
    for (let row: u32 = 0; row < count; row += rowsAtOnce) {
      const b = a + stride;
      const c = b + stride;
      const d = c + stride;
      const e = d + stride;
      const f = e + stride;
      const g = f + stride;
      const h = g + stride;
      let atA = root;
      let atB = root;
      let atC = root;
      let atD = root;
      let atE = root;
      let atF = root;
      let atG = root;
      let atH = root;
      for (let level: u32 = 0; level < depth; level++) {
        atA = step(atA, a);
        atB = step(atB, b);
        atC = step(atC, c);
        atD = step(atD, d);
        atE = step(atE, e);
        atF = step(atF, f);
        atG = step(atG, g);
        atH = step(atH, h);
      }
      add(sum, atA, nodes, paths);
      add(sum + 8, atB, nodes, paths);
      add(sum + 16, atC, nodes, paths);
      add(sum + 24, atD, nodes, paths);
      add(sum + 32, atE, nodes, paths);
      add(sum + 40, atF, nodes, paths);
      add(sum + 48, atG, nodes, paths);
      add(sum + 56, atH, nodes, paths);
      a = h + stride;
      sum += 64;
    }
  }
}
