import type { Field, IncidentKind, Row, TruthRow } from './columns';
import type { RowIds } from './rowIds';
import type { Sinks } from './world';

/** A row that waits for its place in the order of time; times in seconds since 1970. */
export interface TimedRow<R extends Row = Row> {
  at: number;
  row: R;
}

/** A transaction; those that an incident made say so. */
export interface LabelledRow<R extends Row = Row> extends TimedRow<R> {
  incident?: IncidentKind;
  incidentId?: string;
}

/** What an incident leaves behind: transactions (those it made are labelled), and logins that go with it. */
export interface IncidentTrace<R extends Row = Row> {
  transactions: LabelledRow<R>[];
  actions: TimedRow[];
}

/** Where ids go and how they are made. */
export interface IdColumns {
  transaction: { column: string; ids: RowIds };
  action: { column: string; ids: RowIds };
}

/** Gives a customer's rows ids in order of time, hands them on, and tells the truth about incidents. */
export function emitHistory(
  customer: { index: number; id: string },
  rows: LabelledRow[],
  actions: TimedRow[],
  { transaction, action }: IdColumns,
  sinks: Sinks
): void {
  rows.sort(byTime);
  rows.forEach(({ row, incident, incidentId }, i) => {
    const id = transaction.ids.ofHistory(customer.index, i);
    row[transaction.column] = id;
    sinks.transaction(row);
    if (incident) {
      sinks.truth({ ...truthOf('anomaly', customer.id, incident), transaction_id: id, incident: incidentId ?? '' });
    }
  });
  actions.sort(byTime);
  actions.forEach(({ row }, i) => {
    row[action.column] = action.ids.ofHistory(customer.index, i);
    sinks.action(row);
  });
}

export function truthOf(label: string, customerId: string, kind: string, since: Field = ''): TruthRow {
  return { label, customer_id: customerId, transaction_id: '', kind, incident: '', since };
}

/** Marks the rows of a customer's i-th incident as belonging together. */
export function joined<R extends Row>(rows: LabelledRow<R>[], customerId: string, i: number): LabelledRow<R>[] {
  return rows.map((item) => ({ ...item, incidentId: `${customerId}-${i + 1}` }));
}

function byTime(a: TimedRow, b: TimedRow): number {
  return a.at - b.at;
}
