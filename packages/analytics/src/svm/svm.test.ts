import { apart, churnFixture, held, labels, learnt, rows } from '../../fixtures/churnFixture';
import { matrix, matrixOfColumns } from '../matrix';
import { fitLinearSvm, linearSvmScores } from './linearSvm';
import { fitRbfSvm, mostSvmRows, rbfSvmScores } from './rbfSvm';
import { withProbabilities } from './withProbabilities';

const four = matrixOfColumns(
  [0, 1, 2, 3].map((j) => Float64Array.from({ length: 400 }, (_, i) => rows.data[6 * i + j]!))
);

describe(`support vector machines against ${churnFixture.source}`, () => {
  it('linear: the coefficients', () => {
    const { c, coefficients, intercept } = churnFixture.linearSvm;
    const fitted = fitLinearSvm(four, labels, { seed: 1, c, tolerance: 1e-9, maxPasses: 100_000 });
    expect(fitted.converged).toBe(true);
    expect(apart(fitted.coefficients, coefficients)).toBeLessThan(1e-4);
    expect(fitted.intercept).toBeCloseTo(intercept, 4);
  });

  it('RBF: the decision values', () => {
    const { c, gamma, scores } = churnFixture.rbfSvm;
    const fitted = fitRbfSvm(learnt.rows, learnt.labels, { c, gamma, tolerance: 1e-6 });
    expect(fitted.converged).toBe(true);
    expect(apart(rbfSvmScores(fitted, held.rows), scores)).toBeLessThan(1e-4);
  });
});

describe('support vector machines', () => {
  it('give probabilities that rise with the decision value', () => {
    const fit = (m: typeof four, own: Int8Array): ((rows: typeof four) => Float64Array) => {
      const model = fitLinearSvm(m, own, { seed: 1 });
      return (others) => linearSvmScores(model, others);
    };
    const p = withProbabilities(four, labels, 1, fit)(four);
    const scores = fit(four, labels)(four);
    const order = Array.from(p.keys()).sort((a, b) => scores[a]! - scores[b]!);
    order.slice(1).forEach((row, at) => expect(p[row]).toBeGreaterThanOrEqual(p[order[at]!]!));
    const share = labels.reduce((sum, label) => sum + label, 0) / 400;
    expect(p.reduce((sum, each) => sum + each, 0) / 400).toBeCloseTo(share, 1);
  });

  it('do with equal rows of both classes', () => {
    const equal = matrix(new Float64Array(12).fill(3), 2);
    const y = Int8Array.of(0, 1, 0, 1, 0, 1);
    expect(rbfSvmScores(fitRbfSvm(equal, y), equal).every(Number.isFinite)).toBe(true);
    expect(linearSvmScores(fitLinearSvm(equal, y, { seed: 1 }), equal).every(Number.isFinite)).toBe(true);
  });

  it('refuse more rows than the kernel may take, one class and NaN', () => {
    const many = matrix(new Float64Array(mostSvmRows + 1), 1);
    const y = Int8Array.from(many.data, (_, i) => i % 2);
    expect(() => fitRbfSvm(many, y)).toThrow('draw a sample');
    expect(() => fitLinearSvm(four, new Int8Array(400), { seed: 1 })).toThrow('both classes');
    expect(() => fitRbfSvm(matrix(Float64Array.of(NaN, 1), 1), Int8Array.of(0, 1))).toThrow('row 0, column 0 is NaN');
  });
});
