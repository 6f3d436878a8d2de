import { readChurnTable } from '../../fixtures/churnTable';
import { realDataFile } from '../../fixtures/realData';
import { type Column, type Table, tableOf, takeRows } from '../preprocessing/table';
import { Random } from '../random';
import { findRepeats } from './findRepeats';
import { groupsOfPairs } from './unionFind';

const plans = ['a', 'b', 'c'];

/** Customers drawn apart; with `repeated`, each comes again with its amount + `more`, its count + 1 and sometimes another plan. */
function customers(repeated: boolean, base = 500, more = 25): Table {
  const random = new Random(11);
  const draw = (value: () => number): number[] => Array.from({ length: base }, value);
  const amount = draw(() => Math.round(random.logNormal(90, 0.5) * 100) / 100);
  const count = draw(() => random.int(12));
  const hours = draw(() => random.int(40));
  const months = draw(() => random.int(60));
  const plan = draw(() => random.int(3)).map((p) => plans[p]!);
  const number = (name: string, values: number[], shift: number): Column => ({ name, kind: 'number', values: Float64Array.from(repeated ? [...values, ...values.map((x) => x + shift)] : values) }); // prettier-ignore
  return tableOf([
    number('amount', amount, more),
    number('count', count, 1),
    number('hours', hours, 0),
    number('months', months, 1),
    { name: 'plan', kind: 'category', values: repeated ? [...plan, ...plan.map((p) => (random.chance(0.1) ? 'a' : p))] : plan }, // prettier-ignore
  ]);
}

const base = 500;

describe('findRepeats', () => {
  it('finds customers that come again with small shifts, and tells the shifts', () => {
    const { groups, groupCount, repeatedRows, typicalDifferences } = findRepeats(customers(true), { seed: 1 });
    const found = Array.from({ length: base }, (_, i) => groups[i] === groups[i + base]).filter(Boolean).length;
    expect(found / base).toBeGreaterThan(0.97);
    expect(groupCount).toBeGreaterThan(0.97 * base);
    expect(repeatedRows).toBeGreaterThan(1.9 * base);
    expect(typicalDifferences.map(({ difference }) => difference)).toEqual([25, 1, 0, 1, 0]);
  });

  it('finds none among customers drawn apart', () => {
    expect(findRepeats(customers(false), { seed: 1 })).toMatchObject({ pairs: 0, repeatedRows: 0, groupCount: base });
  });

  it('finds none among shuffled columns, where only chance makes rows alike', () => {
    const random = new Random(3);
    const { rows, columns } = customers(true);
    const shuffled = columns.map((column) => {
      const order = Array.from({ length: rows }, (_, i) => [random.next(), i] as const).sort(([a], [b]) => a - b);
      return takeRows({ rows, columns: [column] }, order.map(([, i]) => i)).columns[0]!; // prettier-ignore
    });
    expect(findRepeats(tableOf(shuffled), { seed: 1 }).repeatedRows).toBe(0);
  });

  it('compares some rows of a large table first, and all where one has a repeat', () => {
    const many = 5_500;
    const { groups } = findRepeats(customers(true, many, 2), { seed: 1, neighbours: 10 });
    const found = Array.from({ length: many }, (_, i) => groups[i] === groups[i + many]).filter(Boolean).length;
    expect(found / many).toBeGreaterThan(0.9);
    expect(findRepeats(customers(false, 2 * many), { seed: 1, neighbours: 10 })).toMatchObject({ pairs: 0, groupCount: 2 * many }); // prettier-ignore
  });

  it('does not take customers with one order for copies of each other, and still finds copies among them', () => {
    const rows = 1_500;
    const once = (copies: number): Table => {
      const random = new Random(7);
      const of = (value: (row: number) => number): number[] => Array.from({ length: rows }, (_, row) => value(row));
      const single = of(() => (random.chance(0.5) ? 1 : 0));
      const orders = of((row) => (single[row] ? 1 : 2 + random.int(10)));
      const amount = of(() => Math.round(random.logNormal(50_000, 1)));
      const more = (chance: number) => (row: number): number => (single[row] ? (random.chance(chance) ? 1 : 0) : random.next()); // prettier-ignore
      const unlessOnce =
        (value: () => number) =>
        (row: number): number =>
          single[row] ? NaN : value();
      const columns: Record<string, number[]> = {
        ...{ orders, transactions: orders, shops: orders.map((n) => Math.min(n, 3)), amount, largest: amount },
        ...{ deviation: of(unlessOnce(() => random.logNormal(9_000, 1))), gap: of(unlessOnce(() => random.logNormal(200, 1))) },
        ...{ pace: of(unlessOnce(() => random.next())), night: of(more(0.1)), weekend: of(more(0.3)), online: of(more(0.4)) },
        ...{ networks: of((row) => (single[row] ? 0 : random.int(4))), days: of(() => random.int(300)) },
      }; // prettier-ignore
      const repeated = (name: string, values: number[]): number[] => [...values, ...values.slice(0, copies).map((x) => x + (name === 'days' ? 1 : 0))]; // prettier-ignore
      return tableOf(Object.entries(columns).map(([name, values]) => ({ name, kind: 'number', values: Float64Array.from(repeated(name, values)) }))); // prettier-ignore
    };
    expect(findRepeats(once(0), { seed: 1 }).repeatedRows).toBeLessThan(0.01 * rows);
    const { groups, repeatedRows } = findRepeats(once(700), { seed: 1 });
    const found = Array.from({ length: 700 }, (_, i) => groups[i] === groups[i + rows]).filter(Boolean).length;
    expect(found).toBeGreaterThan(630);
    expect(repeatedRows).toBeLessThan(1_600);
  });

  it('says that three rows are needed', () => {
    expect(() => findRepeats(takeRows(customers(false), [0, 1]), { seed: 1 })).toThrow('needs three rows; there are 2');
  });

  const file = realDataFile('ecommerce-churn.csv.gz');
  (file ? it : it.skip)(
    'finds the repeats of the e-commerce churn file, and none among its first 1,470 customers',
    () => {
      const { table } = readChurnTable(file!);
      const { groups, repeatedRows, typicalDifferences } = findRepeats(table, { seed: 1 });
      // Seen by eye: row i + 2815 is row i, and within a half row i + 1470 resembles row i.
      const customer = (row: number): number => (row % 2815) % 1470;
      let together = 0;
      let right = 0;
      for (let i = 0; i < table.rows; i++) {
        for (let j = i + 1; j < table.rows; j++) {
          if (groups[i] === groups[j]) {
            together++;
            right += customer(i) === customer(j) ? 1 : 0;
          }
        }
      }
      expect(right / together).toBeGreaterThan(0.97);
      // There are 8,195 pairs of the same customer.
      expect(right).toBeGreaterThan(0.9 * 8_195);
      expect(repeatedRows).toBeGreaterThan(5_500);
      expect(typicalDifferences.find(({ column }) => column === 'CashbackAmount')!.difference).toBe(25);
      expect(
        findRepeats(
          takeRows(
            table,
            Array.from({ length: 1_470 }, (_, i) => i)
          ),
          { seed: 1 }
        ).repeatedRows
      ).toBe(0);
    },
    300_000
  );
});

describe('groupsOfPairs', () => {
  it('merges chains and numbers groups by their first row', () => {
    expect(Array.from(groupsOfPairs(6, [[4, 2], [2, 5], [0, 1]]))).toEqual([0, 0, 1, 2, 1, 1]); // prettier-ignore
    expect(Array.from(groupsOfPairs(2, []))).toEqual([0, 1]);
  });
});
