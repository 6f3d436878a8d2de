import fixture from '../../fixtures/sklearn.json';
import { type Matrix, matrixOfColumns } from '../matrix';
import { Random } from '../random';
import { fitPrincipalComponents, principalCoordinates } from './principalComponents';
import { symmetricEigen } from './symmetricEigen';

const rowsOf = (rows: readonly (readonly number[])[]): Matrix =>
  matrixOfColumns(rows[0]!.map((_, j) => rows.map((row) => row[j]!)));

describe('principal components', () => {
  it.each(['blobs', 'standardized'] as const)('are scikit-learn’s: %s', (name) => {
    const expected = fixture.principalComponents[name];
    const rows = rowsOf(name === 'blobs' ? fixture.blobs : fixture.standardize.z);
    const found = fitPrincipalComponents(rows, 2);
    expected.weights.forEach((weights, k) =>
      weights.forEach((weight, j) => expect(found.weights[k]![j]).toBeCloseTo(weight, 10))
    );
    expected.variances.forEach((variance, k) => expect(found.variances[k]! / variance).toBeCloseTo(1, 10));
    expected.shares.forEach((share, k) => expect(found.shares[k]).toBeCloseTo(share, 10));
    const { data } = principalCoordinates(found, rows);
    expected.coordinates.flat().forEach((value, i) => expect(data[i]).toBeCloseTo(value, 8));
  });

  it('keep their sign when the columns change theirs, and lie at right angles', () => {
    const { weights } = fitPrincipalComponents(rowsOf(fixture.blobs), 3);
    const turned = fitPrincipalComponents(rowsOf(fixture.blobs.map((row) => row.map((value) => -value))), 3);
    turned.weights.flat().forEach((weight, i) => expect(weight).toBeCloseTo(weights.flat()[i]!, 10));
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, value, j) => sum + value * b[j]!, 0);
    weights.forEach((a, i) => weights.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 12)));
  });

  it('do with rows that do not differ, and refuse what they cannot do', () => {
    const equal = fitPrincipalComponents(rowsOf([[1, 2], [1, 2], [1, 2]]), 2); // prettier-ignore
    expect([equal.variances, equal.shares]).toEqual([[0, 0], [0, 0]]); // prettier-ignore
    expect([...principalCoordinates(equal, rowsOf([[1, 2]])).data]).toEqual([0, 0]);
    expect(() => fitPrincipalComponents(rowsOf([[1, 2]]), 1)).toThrow('two rows');
    expect(() => fitPrincipalComponents(rowsOf([[1, 2], [3, 4]]), 3)).toThrow('2 columns'); // prettier-ignore
    expect(() => principalCoordinates(equal, rowsOf([[1, 2, 3]]))).toThrow('2 columns');
  });
});

describe('eigenvectors of a symmetric matrix', () => {
  it('give the matrix back, also where values are equal', () => {
    const random = new Random(5);
    const n = 12;
    const half = Array.from({ length: n }, () => Array.from({ length: n }, () => random.normal()));
    const symmetric = half.map((row, i) => row.map((value, j) => (value + half[j]![i]!) / 2));
    for (const matrix of [symmetric, symmetric.map((row, i) => row.map((_, j) => (i === j ? 3 : 0)))]) {
      const { values, vectors } = symmetricEigen(matrix);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      matrix.forEach((row, i) =>
        row.forEach((value, j) => {
          const back = values.reduce((sum, eigen, k) => sum + eigen * vectors[k]![i]! * vectors[k]![j]!, 0);
          expect(back).toBeCloseTo(value, 12);
        })
      );
    }
  });
});
