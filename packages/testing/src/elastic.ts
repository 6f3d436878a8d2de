import { environment } from '@spendscope/contracts';
import { type ElasticClient, createElasticClient } from '@spendscope/elastic';

type Part = 'setup' | 'pipeline' | 'api' | 'grafana';

/** A client of the integration tests' Elasticsearch, as the user of a part, with that part's rights and no more. */
export function elasticAs(part: Part): ElasticClient {
  const users = JSON.parse(process.env.SPENDSCOPE_TEST_ELASTICSEARCH!) as Record<
    Part,
    { username: string; password: string }
  >;
  return createElasticClient({
    url: process.env[environment.elasticsearchUrl]!,
    caFile: process.env[environment.elasticsearchCa],
    ...users[part],
  });
}
