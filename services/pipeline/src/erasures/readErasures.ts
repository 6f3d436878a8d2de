import { type Erasure, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

const { name, fields } = indices.erasures;
const pageSize = 5_000;

/** Tokens of everybody who was erased, or is being erased. */
export async function readErasures(client: ElasticClient): Promise<Set<string>> {
  const tokens = new Set<string>();
  for (let after: string | undefined; ;) {
    const { hits } = await client.search<Erasure>({
      index: name,
      ignore_unavailable: true,
      size: pageSize,
      collapse: { field: fields.token },
      sort: [{ [fields.token]: { order: 'asc', unmapped_type: 'keyword' } }],
      _source: [fields.token],
      ...(after ? { search_after: [after] } : {}),
    });
    hits.hits.forEach((hit) => tokens.add(hit._source!.token));
    after = hits.hits.at(-1)?.sort?.[0] as string | undefined;
    if (hits.hits.length < pageSize) {
      return tokens;
    }
  }
}
