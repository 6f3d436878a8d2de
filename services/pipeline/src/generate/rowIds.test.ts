import { columns, type Row, type TruthRow, type WorldName } from './columns';
import { createWorld } from './createWorld';
import { liveTransactions } from './generateLive';
import { RowIds } from './rowIds';

const options = { users: 400, transactions: 8000, seed: 9, end: new Date('2026-03-01T09:00:00Z'), days: 400 };

interface Made {
  transactions: Row[];
  actions: Row[];
  truth: TruthRow[];
}

function make(world: WorldName, seed = options.seed): Made {
  const made: Made = { transactions: [], actions: [], truth: [] };
  const sinks = {
    transaction: (row: Row) => made.transactions.push(row),
    customer: () => {},
    action: (row: Row) => made.actions.push(row),
    truth: (row: TruthRow) => made.truth.push(row),
  };
  const created = createWorld(world, { ...options, seed });
  for (let index = 0; index < options.users; index++) {
    created.customer(index, 20, sinks);
  }
  return made;
}

function liveIds(world: WorldName, count: number): string[] {
  const ids: string[] = [];
  for (const { row } of liveTransactions({ ...options, world, rate: 5, start: options.end })) {
    ids.push(String(row[columns[world].transactions[0]]));
    if (ids.length === count) {
      break;
    }
  }
  return ids;
}

describe.each(['card', 'play', 'commerce'] as const)('ids of the %s world', (world) => {
  const [transactionColumn] = columns[world].transactions;
  const [actionColumn, , customerColumn] = columns[world].actions;
  const { transactions, actions, truth } = make(world);
  const transactionIds = transactions.map((row) => String(row[transactionColumn]));
  const ids = [...transactionIds, ...actions.map((row) => String(row[actionColumn]))];

  it('are unique, of one length, and never met again by the live feed', () => {
    const live = liveIds(world, 2000);
    expect(new Set([...ids, ...live]).size).toBe(ids.length + live.length);
    expect([...ids, ...live].filter((id) => !/^[TA][A-Z2-7]{13}$/.test(id))).toEqual([]);
  });

  it('hold no customer’s number', () => {
    const owners = [...transactions, ...actions].map((row) => String(row[customerColumn]));
    // Numbers below 100 are short enough to be met by chance.
    const telling = ids.filter((id, i) => {
      const number = Number(owners[i]!.slice(1));
      return id.includes(owners[i]!.slice(1)) || (number >= 100 && id.startsWith(String(number), 1));
    });
    expect(telling).toEqual([]);
  });

  it('are the same for the same seed, others for another, and those that the truth names', () => {
    expect(make(world)).toEqual({ transactions, actions, truth });
    const others = new Set(make(world, 10).transactions.map((row) => row[transactionColumn]));
    expect(transactionIds.filter((id) => others.has(id))).toEqual([]);
    const named = truth.filter((row) => row.label === 'anomaly').map((row) => String(row.transaction_id));
    const there = new Set(transactionIds);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !there.has(id))).toEqual([]);
  });
});

describe('RowIds', () => {
  const ids = new RowIds(1, 'T');

  it.each([
    ['of the same customer', (n: number) => ids.ofHistory(7, n)],
    ['of customers side by side', (n: number) => ids.ofHistory(n, 0)],
    ['of draws side by side', (n: number) => ids.ofLive(7_000_000_000_000 + n, 0)],
  ])('have no more letters in common than chance gives, %s', (_which, of) => {
    const count = 4000;
    const agreeing = new Array<number>(13).fill(0);
    for (let n = 0; n < count; n++) {
      const [one, next] = [of(n), of(n + 1)];
      agreeing.forEach((_sum, i) => (agreeing[i]! += one[i + 1] === next[i + 1] ? 1 : 0));
    }
    // One in 32, and one in 16 for the last letter, which holds four bits.
    expect(Math.max(...agreeing.slice(0, 12)) / count).toBeLessThan(0.05);
    expect(agreeing[12]! / count).toBeLessThan(0.09);
  });

  it('have no order', () => {
    const rising = Array.from({ length: 4000 }, (_, n) => ids.ofHistory(7, n) < ids.ofHistory(7, n + 1));
    expect(Math.abs(rising.filter(Boolean).length / 4000 - 0.5)).toBeLessThan(0.04);
  });

  it('differ for all that a draw of the feed may hold', () => {
    const draws = [0, 1, 2 ** 26 - 1, 2 ** 26, 2 ** 43];
    const all = draws.flatMap((draw) => Array.from({ length: 64 }, (_, n) => ids.ofLive(draw, n)));
    expect(new Set(all).size).toBe(draws.length * 64);
  });
});
