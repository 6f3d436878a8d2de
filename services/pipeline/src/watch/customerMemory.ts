import { type Customer, type Transaction, indices, transactionTypes } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type CustomerHistory, emptyHistory } from '../analyze/detect/customerHistory';

/** Past transactions that a live one is judged by. */
const historyRows = 500;
/** Customers kept in memory; the ones not met for longest go first. */
const mostCustomers = 5_000;

/** A customer's traits, as transactions carry them, and the recent past. */
export interface KnownCustomer {
  traits: Partial<Transaction>;
  history: CustomerHistory;
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

  async get(userId: string): Promise<KnownCustomer> {
    const known = this.known.get(userId) ?? (await this.read(userId));
    this.known.delete(userId);
    this.known.set(userId, known);
    if (this.known.size > mostCustomers) {
      this.known.delete(this.known.keys().next().value!);
    }
    return known;
  }

  /** Adds a transaction to the end of a history. */
  remember(history: CustomerHistory, transaction: Transaction): void {
    const at = new Date(transaction['@timestamp']);
    history.count++;
    history.at.push(at.getTime() / 1000);
    history.hour.push(this.hourOf(at));
    history.amount.push(transaction.amount);
    history.type.push(transactionTypes.indexOf(transaction.type));
    history.order.push(transaction.order_id ?? transaction.transaction_id);
    history.category.push(transaction.category_mid ?? null);
    history.merchant.push(transaction.merchant ?? null);
    history.country.push(transaction.country ?? null);
    history.network.push(transaction.ip ?? null);
    history.lat.push(transaction.geo?.lat ?? NaN);
    history.lon.push(transaction.geo?.lon ?? NaN);
  }

  private async read(userId: string): Promise<KnownCustomer> {
    const { transactions, customers } = indices;
    const past = await this.client.search<Transaction>({
      index: transactions.readAs,
      size: historyRows,
      query: { term: { [transactions.fields.user_id]: userId } },
      sort: [{ [transactions.fields['@timestamp']]: 'desc' }, { [transactions.fields.transaction_id]: 'desc' }],
    });
    const person = await this.client.search<Customer>({
      index: customers.readAs,
      size: 1,
      ignore_unavailable: true,
      query: { term: { [customers.fields.user_id]: userId } },
    });
    const history = emptyHistory();
    past.hits.hits.toReversed().forEach((hit) => this.remember(history, hit._source!));
    const customer = person.hits.hits[0]?._source;
    const traits = Object.fromEntries(
      traitNames.filter((name) => customer?.[name] !== undefined).map((name) => [name, customer![name]])
    );
    return { traits, history };
  }
}
