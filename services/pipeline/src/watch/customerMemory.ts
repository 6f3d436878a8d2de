import { type Customer, type Transaction, indices, transactionTypes } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type CustomerHistory, emptyHistory } from '../analyze/detect/customerHistory';

/** Past transactions that a live one is judged by. */
const historyRows = 500;
/** Customers kept in memory; the ones not met for longest go first. */
const mostCustomers = 20_000;
/** Customers read by one request, two searches each. */
const readTogether = 100;

/** A customer's traits, as transactions carry them, and the recent past. */
export interface KnownCustomer {
  traits: Partial<Transaction>;
  history: CustomerHistory;
  /** Transactions of the history, in its order. */
  ids: string[];
}

const traitNames = [
  'grade',
  'age',
  'age_band',
  'sex',
  'region',
  'life_stage',
  'children',
  'digital_member',
  'card_product',
] as const;

/** Reads customers from Elasticsearch when they first appear, so that a watcher keeps no state of its own. */
export class CustomerMemory {
  private readonly known = new Map<string, KnownCustomer>();

  constructor(
    private readonly client: ElasticClient,
    private readonly hourOf: (at: Date) => number
  ) {}

  /** Makes sure that the customers are in memory. What was written so far must be visible to searches. */
  async load(tokens: Iterable<string>): Promise<void> {
    const missing = [...new Set(tokens)].filter((token) => !this.known.has(token));
    for (let from = 0; from < missing.length; from += readTogether) {
      await this.read(missing.slice(from, from + readTogether));
    }
  }

  has(token: string): boolean {
    return this.known.has(token);
  }

  /** A customer that was loaded; it counts as met now. */
  get(token: string): KnownCustomer {
    const known = this.known.get(token)!;
    this.known.delete(token);
    this.known.set(token, known);
    return known;
  }

  /** Forgets whom it has not met for longest; between batches, so that none of a batch goes while it is judged. */
  trim(): void {
    for (const token of this.known.keys()) {
      if (this.known.size <= mostCustomers) {
        return;
      }
      this.known.delete(token);
    }
  }

  /** Others may have gone on with these customers. */
  clear(): void {
    this.known.clear();
  }

  /**
   * Puts a transaction into a customer's history, where its time and id belong; one that is there already stays once.
   * @returns the history that it is judged by: all before it, and itself at the end
   */
  remember(known: KnownCustomer, transaction: Transaction): CustomerHistory {
    const { history, ids } = known;
    const row = this.rowOf(transaction);
    const id = transaction.transaction_id;
    let place = history.count;
    while (
      place > 0 &&
      (history.at[place - 1]! > row.at || (history.at[place - 1] === row.at && ids[place - 1]! >= id))
    ) {
      place--;
    }
    if (ids[place] !== id) {
      ids.splice(place, 0, id);
      history.count++;
      for (const name of columnNames) {
        (history[name] as unknown[]).splice(place, 0, row[name]);
      }
    }
    return place === history.count - 1 ? history : firstRows(history, place + 1);
  }

  private rowOf(transaction: Transaction): HistoryRow {
    const at = new Date(transaction['@timestamp']);
    return {
      at: at.getTime() / 1000,
      hour: this.hourOf(at),
      amount: transaction.amount,
      type: transactionTypes.indexOf(transaction.type),
      order: transaction.order_id ?? transaction.transaction_id,
      category: transaction.category_mid ?? null,
      merchant: transaction.merchant ?? null,
      country: transaction.country ?? null,
      network: transaction.ip ?? null,
      lat: transaction.geo?.lat ?? NaN,
      lon: transaction.geo?.lon ?? NaN,
    };
  }

  private async read(tokens: readonly string[]): Promise<void> {
    const { transactions, customers } = indices;
    const { responses } = await this.client.msearch<Transaction | Customer>({
      searches: tokens.flatMap((token) => [
        { index: transactions.readAs, ignore_unavailable: true },
        {
          size: historyRows,
          query: { term: { [transactions.fields.user_id]: token } },
          sort: [{ [transactions.fields['@timestamp']]: 'desc' }, { [transactions.fields.transaction_id]: 'desc' }],
        },
        { index: customers.readAs, ignore_unavailable: true },
        { size: 1, query: { term: { [customers.fields.user_id]: token } } },
      ]),
    });
    const hitsOf = <Document>(place: number): Document[] => {
      const answer = responses[place]!;
      if ('error' in answer) {
        throw new Error(`Elasticsearch cannot read customers: ${answer.error.reason ?? answer.error.type}`);
      }
      return answer.hits.hits.map((hit) => hit._source as Document);
    };
    tokens.forEach((token, i) => {
      const known: KnownCustomer = { traits: {}, history: emptyHistory(), ids: [] };
      for (const transaction of hitsOf<Transaction>(2 * i).toReversed()) {
        this.remember(known, transaction);
      }
      const [customer] = hitsOf<Customer>(2 * i + 1);
      known.traits = Object.fromEntries(
        traitNames.filter((name) => customer?.[name] !== undefined).map((name) => [name, customer![name]])
      );
      this.known.set(token, known);
    });
  }
}

type ColumnName = Exclude<keyof CustomerHistory, 'count'>;
type HistoryRow = { [Name in ColumnName]: CustomerHistory[Name][number] };

const columnNames = Object.keys(emptyHistory()).filter((name) => name !== 'count') as ColumnName[];

function firstRows(history: CustomerHistory, count: number): CustomerHistory {
  const columns = columnNames.map((name) => [name, history[name].slice(0, count)]);
  return { ...(Object.fromEntries(columns) as Omit<CustomerHistory, 'count'>), count };
}
