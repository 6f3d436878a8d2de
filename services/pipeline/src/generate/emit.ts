import type { Field, IncidentKind, Row, TruthRow } from './columns';
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

/** Numbers a customer's rows in order of time, hands them on, and tells the truth about incidents. */
export function emitHistory(
  customerId: string,
  rows: LabelledRow[],
  actions: TimedRow[],
  ids: { transaction: string; action: string },
  sinks: Sinks
): void {
  rows.sort(byTime);
  rows.forEach(({ row, incident, incidentId }, i) => {
    const id = `T${customerId.slice(1)}-${String(i + 1).padStart(5, '0')}`;
    row[ids.transaction] = id;
    sinks.transaction(row);
    if (incident) {
      sinks.truth({ ...truthOf('anomaly', customerId, incident), transaction_id: id, incident: incidentId ?? '' });
    }
  });
  actions.sort(byTime);
  actions.forEach(({ row }, i) => {
    row[ids.action] = `A${customerId.slice(1)}-${i + 1}`;
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
