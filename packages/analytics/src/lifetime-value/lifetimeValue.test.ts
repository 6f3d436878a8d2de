import fixture from '../../fixtures/churn.json';
import { readRows, realDataFile } from '../../fixtures/realData';
import { Random } from '../random';
import { aliveProbability, expectedPurchases, fitBetaGeometric } from './betaGeometric';
import { expectedAmounts, fitGammaGamma } from './gammaGamma';
import { lifetimeValue } from './lifetimeValue';
import { logGamma } from './logGamma';
import type { PurchaseHistory } from './purchases';

const dayMs = 86_400_000;

/** Repeat purchases by day until the end, as lifetimes counts them: amounts of the first day are left out of the mean. */
function summarise(rows: readonly string[][], end: string): { history: PurchaseHistory; means: Float64Array } {
  const day = (text: string): number => Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) / dayMs;
  const last = Date.parse(end) / dayMs;
  const customers = new Map<string, Map<number, number>>();
  for (const [id, date, , amount] of rows) {
    const days = customers.get(id!) ?? new Map<number, number>();
    customers.set(id!, days);
    if (day(date!) <= last) {
      days.set(day(date!), (days.get(day(date!)) ?? 0) + Number(amount));
    }
  }
  const all = [...customers.values()].filter((days) => days.size > 0);
  const sorted = all.map((days) => [...days.entries()].sort(([a], [b]) => a - b));
  return {
    history: {
      frequency: Float64Array.from(sorted, (days) => days.length - 1),
      recency: Float64Array.from(sorted, (days) => days.at(-1)![0] - days[0]![0]),
      age: Float64Array.from(sorted, (days) => last - days[0]![0]),
    },
    means: Float64Array.from(sorted, (days) => days.length > 1 ? days.slice(1).reduce((sum, [, amount]) => sum + amount, 0) / (days.length - 1) : 0), // prettier-ignore
  };
}

const file = realDataFile('cdnow.csv.gz');
(file ? describe : describe.skip)(`customer lifetime value on CDNOW against ${fixture.source}`, () => {
  const { cdnow } = fixture;
  const { history, means } = file ? summarise(readRows(file), cdnow.end) : { history: {} as PurchaseHistory, means: new Float64Array() }; // prettier-ignore

  it('BG/NBD: the same customers, parameters and expected purchases', () => {
    expect(history.frequency).toHaveLength(cdnow.customers);
    expect(history.frequency.reduce((sum, x) => sum + x, 0)).toBe(cdnow.repeats);
    const model = fitBetaGeometric(history);
    expect(model.converged).toBe(true);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect(Math.abs(model[name] / cdnow.bgNbd[name] - 1)).toBeLessThan(2e-3);
    }
    const later = expectedPurchases(model, history, cdnow.expectedPurchases.days).reduce((sum, x) => sum + x, 0);
    expect(Math.abs(later / cdnow.expectedPurchases.sum - 1)).toBeLessThan(1e-3);
  }, 120_000);

  it('Gamma-Gamma and discounted value of a year', () => {
    const spenders = Array.from(means.keys()).filter((i) => history.frequency[i]! > 0 && means[i]! > 0);
    const take = (values: Float64Array): Float64Array => Float64Array.from(spenders, (i) => values[i]!);
    const own = { frequency: take(history.frequency), recency: take(history.recency), age: take(history.age) };
    const amounts = fitGammaGamma(own.frequency, take(means));
    for (const name of ['p', 'q', 'v'] as const) {
      expect(Math.abs(amounts[name] / cdnow.gammaGamma[name] - 1)).toBeLessThan(5e-3);
    }
    const value = lifetimeValue(fitBetaGeometric(history), amounts, own, take(means), { periods: 12, period: 30, discount: 0.01 }); // prettier-ignore
    expect(value).toHaveLength(cdnow.lifetimeValue.customers);
    expect(Math.abs(value.reduce((sum, x) => sum + x, 0) / cdnow.lifetimeValue.sum - 1)).toBeLessThan(5e-3);
  }, 120_000);
});

describe('customer lifetime value', () => {
  it('finds the parameters that drew the purchases', () => {
    const random = new Random(4);
    const gamma = (shape: number): number => {
      // Whole shapes are sums of exponentials.
      let sum = 0;
      for (let i = 0; i < shape; i++) {
        sum += random.exponential();
      }
      return sum;
    };
    const n = 6_000;
    const history: PurchaseHistory = { frequency: new Float64Array(n), recency: new Float64Array(n), age: new Float64Array(n).fill(50) }; // prettier-ignore
    for (let i = 0; i < n; i++) {
      const rate = gamma(2) / 10;
      const [x, y] = [gamma(1), gamma(3)];
      const leaving = x / (x + y);
      for (let at = random.exponential() / rate; at < 50; at += random.exponential() / rate) {
        history.frequency[i]!++;
        history.recency[i] = at;
        if (random.chance(leaving)) {
          break;
        }
      }
    }
    const model = fitBetaGeometric(history);
    expect(model.r / model.alpha).toBeCloseTo(0.2, 1);
    expect(model.a / (model.a + model.b)).toBeCloseTo(0.25, 1);
    const alive = aliveProbability(model, history);
    expect(alive.every((p) => p >= 0 && p <= 1)).toBe(true);
    const soon = expectedPurchases(model, history, 10);
    const later = expectedPurchases(model, history, 20);
    expect(soon.every((count, i) => count >= 0 && count <= later[i]!)).toBe(true);
  });

  it('draws means of few purchases towards the population’s', () => {
    const few = expectedAmounts({ kind: 'gamma_gamma', version: 1, p: 6, q: 4, v: 15, converged: true }, Float64Array.of(0, 1, 50), Float64Array.of(0, 100, 100)); // prettier-ignore
    expect(few[0]).toBeCloseTo(30, 12);
    expect(few[1]).toBeGreaterThan(30);
    expect(few[1]).toBeLessThan(few[2]!);
    expect(few[2]).toBeLessThan(100);
  });

  it('says what is wrong with its input', () => {
    const one = (frequency: number, recency: number, age: number): PurchaseHistory => ({ frequency: Float64Array.of(frequency), recency: Float64Array.of(recency), age: Float64Array.of(age) }); // prettier-ignore
    expect(() => fitBetaGeometric(one(0, 0, 9))).toThrow('No customer bought twice');
    expect(() => fitBetaGeometric(one(2, 10, 9))).toThrow('Customer 0: frequency 2, recency 10, age 9');
    expect(() => fitGammaGamma(Float64Array.of(1, 1), Float64Array.of(-5, 0))).toThrow(
      'bought again for more than nothing'
    );
  });

  it('logGamma', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(1e-8)).toBeCloseTo(18.4206807381802, 11);
  });
});
