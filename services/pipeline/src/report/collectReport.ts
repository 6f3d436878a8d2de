import { type ClaimField, type Claim } from '@spendscope/contracts';
import { checkClaims, type CheckedClaim, type CustomerColumns } from '@spendscope/findings';
import type { CustomerTable } from '../analyze/customerTable';
import { loadCustomers } from '../claims/loadCustomers';
import type { StoreReader } from '../runs/withStore';
import type { AnomalyHour } from './anomalyHours';
import { type CorrelationTable, correlationTable } from './correlations';
import { type Findings, findReport } from './findings';

export type AnomalySection = { hours: AnomalyHour[] } | { missing: 'no_transactions' | 'not_connected' };

export interface ReportData {
  world: string;
  at: Date;
  counts: { customers: number; transactions: number; actions: number };
  types: { type: string; n: number }[];
  missing: { field: ClaimField; missing: number; distinct: number }[];
  customers: CustomerColumns;
  findings: Findings;
  correlations: CorrelationTable;
  claims: CheckedClaim[];
  anomalies: AnomalySection;
}

/**
 * Everything that a report shows, computed from the store.
 *
 * @param options.table the customers as an analysis has just loaded them; else they are read anew
 * @param options.readAnomalies from where anomalies are published; undefined where that is not known
 */
export async function collectReport(
  { store, meta }: Pick<StoreReader, 'store' | 'meta'>,
  options: { claims: readonly Claim[]; at: Date; table?: CustomerTable; readAnomalies?: () => Promise<AnomalyHour[]> }
): Promise<ReportData> {
  const counts = await store.one<ReportData['counts']>(`SELECT (SELECT count(*) FROM customers) AS customers,
    (SELECT count(*) FROM transactions) AS transactions, (SELECT count(*) FROM actions) AS actions`);
  const types = await store.rows<{ type: string; n: number }>(
    `SELECT coalesce(type, '–') AS type, count(*) AS n FROM transactions GROUP BY 1 ORDER BY n DESC, type LIMIT 12`
  );
  const customers = await loadCustomers(store, meta.timeZone, options.table);
  return {
    world: meta.world,
    at: options.at,
    counts,
    types,
    customers,
    missing: missingValues(customers),
    findings: findReport(customers),
    correlations: correlationTable(customers),
    claims: checkClaims(customers, options.claims),
    anomalies: await anomalySection(counts.transactions, options.readAnomalies),
  };
}

async function anomalySection(
  transactions: number,
  read: (() => Promise<AnomalyHour[]>) | undefined
): Promise<AnomalySection> {
  if (transactions === 0) {
    return { missing: 'no_transactions' };
  }
  return read ? { hours: await read() } : { missing: 'not_connected' };
}

/** Fields of which at least one customer has a value, with how many do not. */
function missingValues({ rows, columns }: CustomerColumns): ReportData['missing'] {
  return [...columns].map(([field, { values }]) => {
    if (values instanceof Float64Array) {
      const known = values.filter((value) => !Number.isNaN(value)).sort();
      const distinct = known.reduce((count, value, i) => count + (i > 0 && value === known[i - 1] ? 0 : 1), 0);
      return { field, missing: rows - known.length, distinct };
    }
    const texts = values as readonly (string | null)[];
    const known = texts.reduce((count, text) => count + (text === null ? 0 : 1), 0);
    const distinct = new Set(texts);
    distinct.delete(null);
    return { field, missing: rows - known, distinct: distinct.size };
  });
}
