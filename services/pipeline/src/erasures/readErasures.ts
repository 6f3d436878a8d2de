import { type Erasure, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

/** Tokens of everybody who was erased, or is being erased. */
export async function readErasures(client: ElasticClient): Promise<Set<string>> {
  const tokens = new Set<string>();
  const receipts = client.helpers.scrollDocuments<Erasure>({
    index: indices.erasures.name,
    size: 5_000,
    ignore_unavailable: true,
    query: { match_all: {} },
  });
  for await (const { token } of receipts) {
    tokens.add(token);
  }
  return tokens;
}
