/** Adam: D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1. */
export class Adam {
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private steps = 0;

  constructor(
    parameters: number,
    private readonly learningRate: number
  ) {
    this.mean = new Float64Array(parameters);
    this.square = new Float64Array(parameters);
  }

  /** Moves the parameters against the gradient, in place. */
  step(parameters: Float64Array, gradient: Float64Array): void {
    const [keepMean, keepSquare, epsilon] = [0.9, 0.999, 1e-7];
    this.steps++;
    const rate = (this.learningRate * Math.sqrt(1 - keepSquare ** this.steps)) / (1 - keepMean ** this.steps);
    for (let i = 0; i < parameters.length; i++) {
      const slope = gradient[i]!;
      const mean = keepMean * this.mean[i]! + (1 - keepMean) * slope;
      const square = keepSquare * this.square[i]! + (1 - keepSquare) * slope * slope;
      this.mean[i] = mean;
      this.square[i] = square;
      parameters[i]! -= (rate * mean) / (Math.sqrt(square) + epsilon);
    }
  }
}
