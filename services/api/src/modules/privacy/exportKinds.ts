import { type ExportRequest, type IndexDefinition, indices } from '@spendscope/contracts';
import { timeRange } from '../../elastic/timeRange';
import { insideOf, selectionQuery } from '../points/selectionQuery';

/** What an export reads, and its columns: dotted names of the contract's fields. */
interface ExportKind {
  index: IndexDefinition;
  columns: readonly string[];
  filter(request: ExportRequest): object[];
  /** What the filter cannot say: rows that it finds too many of are left out. */
  isMeant?(request: ExportRequest): (document: object) => boolean;
  sort: string;
}

const { anomalies, customers, interventions } = indices;
const [a, c, i] = [anomalies.fields, customers.fields, interventions.fields];
const among = (field: string, users: readonly string[] | undefined): object[] =>
  users ? [{ terms: { [field]: [...users] } }] : [];

export const exportKinds: Record<ExportRequest['kind'], ExportKind> = {
  anomalies: {
    index: anomalies,
    sort: a.timestamp,
    columns: [
      a.timestamp,
      a.user_id,
      a.transaction_id,
      a.anomalyScore,
      a.prediction,
      a.reasons,
      a.amount,
      a.currency,
      a.merchant,
      a.country,
      a.model,
      a.model_version,
    ],
    filter: ({ from, to, minScore, users }) => [
      ...timeRange(a.timestamp, from, to),
      ...(minScore === undefined ? [] : [{ range: { [a.anomalyScore]: { gte: minScore } } }]),
      ...among(a.user_id, users),
    ],
  },
  customers: {
    index: customers,
    sort: c.user_id,
    columns: [
      c.user_id,
      c.cluster,
      c.persona,
      c.rfm.recency,
      c.rfm.frequency,
      c.rfm.monetary,
      c.churn_probability,
      c.created_at,
    ],
    isMeant: ({ selection }) => (selection ? insideOf(selection) : () => true),
    filter: ({ users, cluster, selection }) => [
      ...among(c.user_id, users),
      ...(cluster === undefined ? [] : [{ term: { [c.cluster]: cluster } }]),
      ...(selection ? [selectionQuery(selection).query] : []),
    ],
  },
  interventions: {
    index: interventions,
    sort: i.requested_at,
    columns: [
      i.requested_at,
      i.id,
      i.action,
      i.target.type,
      i.target.id,
      i.state,
      i.reason_code,
      i.requested_by.login,
      i.expires_at,
      i.released_at,
      i.mode,
      i.policy_version,
    ],
    filter: ({ from, to, users }) => [...timeRange(i.requested_at, from, to), ...among(i.target.id, users)],
  },
};
