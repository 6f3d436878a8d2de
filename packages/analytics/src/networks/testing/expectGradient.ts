import type { Trainable } from '../trainNetwork';

/** Holds the gradient of the loss over some rows to finite differences, weight by weight. */
export function expectGradient(net: Trainable, rows: Uint32Array): void {
  const { parameters } = net;
  const gradient = new Float64Array(parameters.length);
  net.loss(rows, gradient);
  const step = 1e-5;
  parameters.forEach((value, i) => {
    parameters[i] = value + step;
    const above = net.loss(rows);
    parameters[i] = value - step;
    const below = net.loss(rows);
    parameters[i] = value;
    expect(gradient[i]).toBeCloseTo((above - below) / (2 * step), 8);
  });
}
