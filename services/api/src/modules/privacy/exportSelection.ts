import type { ExportRequest } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { canonicalize } from 'json-canonicalize';
import { reading } from '../../elastic/reading';
import { valueAt } from '../../elastic/valueAt';
import { ApiError } from '../../http/apiError';
import { sha256 } from '../audit/chain';
import type { Acting, InterventionParts } from '../interventions/parts';
import { recordEffect } from '../interventions/recordEffect';
import { csvLine } from './csv';
import { exportKinds } from './exportKinds';

export const mostRows = 50_000;
const pageSize = 2_000;

/**
 * A selection as CSV, read at one point in time. Recorded before it is read, and again with the number of rows.
 * @throws ApiError 403 by policy, 422 where the selection is larger than {@link mostRows}: half of it would look like all of it
 */
export async function exportSelection(
  parts: InterventionParts,
  client: ElasticClient,
  acting: Acting,
  request: ExportRequest
): Promise<string> {
  const act = {
    policyAct: 'export' as const,
    action: `export.${request.kind}`,
    reasonCode: request.reasonCode,
    payloadHash: sha256(canonicalize(request)),
  };
  return recordEffect(parts, acting, act, async () => {
    const { columns } = exportKinds[request.kind];
    const lines = [csvLine(columns)];
    const isMeant = exportKinds[request.kind].isMeant?.(request) ?? (() => true);
    for await (const document of documentsOf(client, request)) {
      if (!isMeant(document)) {
        continue;
      }
      lines.push(csvLine(columns.map((column) => valueAt(document, column))));
    }
    return { result: `${lines.length - 1} rows`, answer: lines.join('') };
  });
}

async function* documentsOf(client: ElasticClient, request: ExportRequest): AsyncGenerator<Record<string, unknown>> {
  const kind = exportKinds[request.kind];
  const query = { bool: { filter: kind.filter(request) } };
  const { index, ignore_unavailable } = reading(kind.index);
  await client.indices.refresh({ index, ignore_unavailable });
  const { count } = await client.count({ index, ignore_unavailable, query });
  if (count > mostRows) {
    const message = `The selection has ${count} rows; ${mostRows} can be exported at once. Narrow it down.`;
    throw new ApiError(422, 'selection_too_large', message);
  }
  if (count === 0) {
    return;
  }
  const { id } = await client.openPointInTime({ index, keep_alive: '2m' });
  try {
    for (let after: unknown[] | undefined; ;) {
      const { hits } = await client.search<Record<string, unknown>>({
        size: pageSize,
        pit: { id, keep_alive: '2m' },
        query,
        // An outline is compared on axes that are no columns of the export.
        ...(request.selection ? {} : { _source: [...kind.columns] }),
        sort: [{ [kind.sort]: 'desc' }, { _shard_doc: 'asc' }],
        track_total_hits: false,
        ...(after ? { search_after: after as string[] } : {}),
      });
      yield* hits.hits.map((hit) => hit._source!);
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < pageSize) {
        return;
      }
    }
  } finally {
    await client.closePointInTime({ id }).catch(() => undefined);
  }
}
