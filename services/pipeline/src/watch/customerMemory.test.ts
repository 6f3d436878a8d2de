import type { Transaction } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { emptyHistory } from '../analyze/detect/customerHistory';
import { businessHours } from './businessHour';
import { CustomerMemory, type KnownCustomer } from './customerMemory';

const memory = new CustomerMemory({} as ElasticClient, businessHours('UTC'));
const nobody = (): KnownCustomer => ({ traits: {}, history: emptyHistory(), ids: [] });
const at = (minute: number, amount: number, id = `T-${minute}`): Transaction =>
  ({
    '@timestamp': new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
    transaction_id: id,
    user_id: 'C-1',
    amount,
    type: 'purchase',
  }) as Transaction;

describe('a customer’s history', () => {
  it('judges a transaction by all that came before it', () => {
    const known = nobody();
    memory.remember(known, at(1, 10));
    expect(memory.remember(known, at(2, 20)).amount).toEqual([10, 20]);
  });

  it('holds a transaction once, and judges it the second time as the first', () => {
    const known = nobody();
    memory.remember(known, at(1, 10));
    const first = memory.remember(known, at(2, 20)).amount.slice();
    memory.remember(known, at(3, 30));
    expect(memory.remember(known, at(2, 20)).amount).toEqual(first);
    expect(known.history).toMatchObject({ count: 3, amount: [10, 20, 30] });
    expect(known.ids).toEqual(['T-1', 'T-2', 'T-3']);
  });

  it('puts a late one where it belongs, and judges it without what came after it', () => {
    const known = nobody();
    memory.remember(known, at(1, 10));
    memory.remember(known, at(3, 30));
    expect(memory.remember(known, at(2, 20)).amount).toEqual([10, 20]);
    expect(known.history.amount).toEqual([10, 20, 30]);
    expect(known.history.hour).toHaveLength(3);
  });

  it('keeps transactions of one moment apart, in the order of their ids whichever comes first', () => {
    const [one, other] = [nobody(), nobody()];
    [at(1, 10, 'A'), at(1, 20, 'B')].forEach((each) => memory.remember(one, each));
    [at(1, 20, 'B'), at(1, 10, 'A')].forEach((each) => memory.remember(other, each));
    expect(one.history).toEqual(other.history);
    expect(memory.remember(one, at(1, 10, 'A')).amount).toEqual([10]);
  });
});
