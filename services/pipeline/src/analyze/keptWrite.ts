import { type IndexDefinition, runIndex } from '@spendscope/contracts';
import type { JobContext } from '../runs/runJob';

export interface WrittenDocuments {
  documents: number;
  contentHash: string;
}

/** Writes documents as a stage that an interrupted run need not do again, as long as they are still all there. */
export async function keptWrite(
  { client, run }: JobContext,
  stage: string,
  index: IndexDefinition,
  work: () => Promise<WrittenDocuments>
): Promise<WrittenDocuments> {
  const name = index.layout === 'run' ? runIndex(index, run.id) : index.name;
  const written = await run.keptStage(stage, work, {
    holds: async ({ documents }) => {
      await client.indices.refresh({ index: name, ignore_unavailable: true });
      const query = { term: { run_id: run.id } };
      const { count } = await client.count({ index: name, ignore_unavailable: true, query });
      return count === documents;
    },
  });
  run.made({ kind: 'index', name: index.name, documents: written.documents, content_hash: written.contentHash });
  return written;
}
