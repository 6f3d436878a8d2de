import { type Run, type Segment, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { reading } from '../../elastic/reading';
import { readNewestSegments } from '../segments/readNewestSegments';
import { type PersonaFacts, leastCustomers, personaFacts } from './prompt/personaFacts';
import { safeName } from './prompt/safeName';

/** A cluster of the newest run and what a language model may be told of it. */
export interface PersonaSubject {
  segment: Segment;
  facts: PersonaFacts;
}

const customers = indices.customers.fields;
const mostCategories = 5;

/** Every cluster of the newest complete run, by rank; none before the first. */
export async function readPersonaSubjects(client: ElasticClient): Promise<PersonaSubject[]> {
  const segments = await readNewestSegments(client);
  if (segments.length === 0) {
    return [];
  }
  const [run, categories] = await Promise.all([readRun(client, segments[0]!.run_id), readCategories(client)]);
  const currency = run?.currency && /^[A-Z]{3}$/.test(run.currency) ? run.currency : undefined;
  // Without transactions there is no spend: the run takes cashback for it.
  const worth = run && !run.data_from ? 'cashback' : 'net spend';
  return segments.map((segment) => ({
    segment,
    facts: personaFacts(segment, { worth, currency, categories: categories.get(segment.cluster) ?? [] }),
  }));
}

async function readRun(client: ElasticClient, runId: string): Promise<Run | undefined> {
  const { hits } = await client.search<Run>({
    ...reading(indices.runs),
    size: 1,
    query: { term: { [indices.runs.fields.run_id]: runId } },
  });
  return hits.hits[0]?._source;
}

interface Bucket<Key> {
  key: Key;
  doc_count: number;
}

/** What each cluster's customers spend most on: names that at least {@link leastCustomers} of them share. */
async function readCategories(client: ElasticClient): Promise<Map<number, string[]>> {
  const { aggregations } = await client.search<
    unknown,
    { clusters: { buckets: (Bucket<number> & { categories: { buckets: Bucket<string>[] } })[] } }
  >({
    ...reading(indices.customers),
    size: 0,
    aggs: {
      clusters: {
        terms: { field: customers.cluster, size: 100 },
        aggs: {
          categories: {
            terms: { field: customers.top_category, size: mostCategories, min_doc_count: leastCustomers },
          },
        },
      },
    },
  });
  return new Map(
    (aggregations?.clusters.buckets ?? []).map(({ key, categories }) => [
      key,
      categories.buckets.flatMap((bucket) => safeName(bucket.key) ?? []),
    ])
  );
}
