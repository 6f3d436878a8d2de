/** Sums of gradients and of second derivatives that lie side by side. */
export function totals(gradients: Float32Array): { gradient: number; curvature: number } {
  let gradient = 0;
  let curvature = 0;
  for (let i = 0; i < gradients.length; i += 2) {
    gradient += gradients[i]!;
    curvature += gradients[i + 1]!;
  }
  return { gradient, curvature };
}
