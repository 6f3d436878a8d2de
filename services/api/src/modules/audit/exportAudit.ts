import { type AuditCheckpoint, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { ElasticBlockStore } from './auditBlocks';

/** Every block, oldest first, as JSON: the chain can be recomputed from it. */
export async function* auditBlockLines(client: ElasticClient): AsyncGenerator<string> {
  await client.indices.refresh({ index: indices.audit.name });
  for await (const { block } of new ElasticBlockStore(client).all(-1)) {
    yield JSON.stringify(block);
  }
}

/**
 * JSON lines: every block, then the newest signed checkpoint as it was before the first block was read, so that what it
 * signs is among them. Without this last line (`checkpoint` is null where nothing was signed yet) the export broke off.
 */
export async function* auditExport(
  client: ElasticClient,
  checkpoint: AuditCheckpoint | undefined
): AsyncGenerator<string> {
  for await (const line of auditBlockLines(client)) {
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ checkpoint: checkpoint ?? null })}\n`;
}
