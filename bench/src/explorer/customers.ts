/** Made-up customers of six clusters: days, money and cluster, skewed as real ones are; the same for the same number. */
export function benchCustomers(count: number): { cluster: Uint8Array; recency: Float32Array; monetary: Float32Array } {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const bell = (): number => random() + random() + random() - 1.5;
  const cluster = new Uint8Array(count);
  const recency = new Float32Array(count);
  const monetary = new Float32Array(count);
  for (let i = 0; i < count; i += 1) {
    const of = Math.floor(random() ** 1.5 * 6);
    cluster[i] = of;
    recency[i] = Math.max(0, Math.round(10 ** (0.6 + of * 0.35 + bell() * 0.35) - 1));
    monetary[i] = Math.max(0, 10 ** (5 + ((of * 5) % 6) * 0.35 + bell() * 0.5) - 1);
  }
  return { cluster, recency, monetary };
}
