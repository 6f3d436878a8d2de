import type { ClaimColumn } from '@spendscope/analytics';
import { type ClaimField, claimFieldNames, claimFields } from '@spendscope/contracts';
import type { CustomerColumns } from '@spendscope/findings';
import { inactivityRule } from '../analyze/churn/inactivityRule';
import { type CustomerTable, loadCustomerTable } from '../analyze/customerTable';
import { createSpendView } from '../analyze/spendView';
import { identifier } from '../store/sqlText';
import type { Store } from '../store/store';

const fromFeatures = [
  'amount_mean',
  'night_share',
  'weekend_share',
  'online_share',
  'merchants',
  'categories',
  'countries',
];
const fromRfm = ['recency', 'frequency', 'monetary'];

/**
 * Reads what a claim may be about, customers in order of their token. Recency, frequency, monetary value and features need transactions, and so does the
 * rule of inactivity, which stands in where the data has no label of churn.
 *
 * @param loaded the customer table where an analysis has just made it, with the tables that it comes from
 */
export async function loadCustomers(store: Store, timeZone: string, loaded?: CustomerTable): Promise<CustomerColumns> {
  const { n: transactions } = await store.one<{ n: number }>('SELECT count(*) AS n FROM transactions');
  const table = transactions > 0 ? (loaded ?? (await loadAnew(store, timeZone))) : undefined;
  const { rows } = await store.one<{ rows: number }>('SELECT count(*) AS rows FROM customers');
  const stored = claimFieldNames.filter((field) => field !== 'inactive' && (transactions > 0 || !isComputed(field)));
  const joins =
    transactions > 0 ? 'LEFT JOIN rfm r ON r.user_id = c.user_id LEFT JOIN features f ON f.user_id = c.user_id' : '';
  const inactive = table?.churned.every((label) => Number.isNaN(label)) ? inactivityByToken(table) : undefined;
  const gone = new Float64Array(inactive ? rows : 0);
  const read = stored.map((field) => columnReader(field, rows));
  let done = 0;
  // Column by column in typed arrays: a million customers as objects would take gigabytes.
  for await (const [ids, ...lists] of store.columns(
    `SELECT c.user_id, ${stored.map(expression).join(', ')} FROM customers c ${joins} ORDER BY c.user_id`
  )) {
    // prettier-ignore
    read.forEach(({ take }, j) => take(lists[j]!, done));
    (ids as string[]).forEach((id, i) => inactive && (gone[done + i] = inactive(id)));
    done += ids!.length;
  }
  const columns = new Map<ClaimField, ClaimColumn>(
    stored.map((field, j) => [field, read[j]!.column] as const).filter((_, j) => read[j]!.hasValues())
  );
  if (inactive) {
    columns.set('inactive', { kind: 'yesno', values: gone });
  }
  const churnField = columns.has('churned') ? 'churned' : columns.has('inactive') ? 'inactive' : undefined;
  return { rows, columns, churnField };
}

/** Whether the rule of inactivity calls a customer gone; NaN for those without an order. To be asked in order of tokens. */
function inactivityByToken(table: CustomerTable): (id: string) => number {
  const { gone } = inactivityRule(table);
  let row = 0;
  return (id) => {
    while (row < table.ids.length && table.ids[row]! < id) {
      row++;
    }
    return table.ids[row] === id ? Number(gone(row)) : NaN;
  };
}

async function loadAnew(store: Store, timeZone: string): Promise<CustomerTable> {
  await createSpendView(store, timeZone);
  return loadCustomerTable(store, { kind: 'transactions', timeZone });
}

const isComputed = (field: string): boolean => fromFeatures.includes(field) || fromRfm.includes(field);

function expression(field: ClaimField): string {
  const column = `${fromRfm.includes(field) ? 'r' : fromFeatures.includes(field) ? 'f' : 'c'}.${identifier(field)}`;
  return claimFields[field] === 'category' ? `CAST(${column} AS VARCHAR)` : `CAST(${column} AS DOUBLE)`;
}

interface ColumnReader {
  column: ClaimColumn;
  /** takes the values of the rows from a place on; NULL is missing */
  take(values: readonly unknown[], from: number): void;
  hasValues(): boolean;
}

function columnReader(field: ClaimField, rows: number): ColumnReader {
  const kind = claimFields[field];
  let known = false;
  if (kind === 'category') {
    const names = new Map<string, string>();
    const values: (string | null)[] = [];
    return {
      column: { kind, values },
      take: (texts) => {
        for (const text of texts as readonly (string | null)[]) {
          known ||= text !== null;
          // One string for all customers that have the name.
          values.push(text === null ? null : (names.get(text) ?? names.set(text, text).get(text)!));
        }
      },
      hasValues: () => known,
    };
  }
  const values = new Float64Array(rows).fill(NaN);
  return {
    column: { kind, values },
    take: (numbers, from) =>
      numbers.forEach((value, i) => {
        if (value !== null) {
          known = true;
          values[from + i] = Number(value);
        }
      }),
    hasValues: () => known,
  };
}
