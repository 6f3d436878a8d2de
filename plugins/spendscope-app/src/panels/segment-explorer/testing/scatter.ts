/** A cloud of places from a fixed seed: a third of them far from the middle, clusters 0 to 2. */
export function scatter(length: number, seed: number): { x: Float32Array; y: Float32Array; cluster: Uint8Array } {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const around = (reach: number): number => (random() + random() + random() - 1.5) * reach;
  const x = new Float32Array(length);
  const y = new Float32Array(length);
  const cluster = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) {
    const reach = i % 3 === 0 ? 3 : 1;
    x[i] = around(reach);
    y[i] = around(reach);
    cluster[i] = Math.floor(random() * 3);
  }
  return { x, y, cluster };
}
