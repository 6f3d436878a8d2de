import type { BatchResult, Intervention, InterventionRequest, InterventionResult } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { Answer } from '../../idempotency/idempotent';
import { sha256 } from '../audit/chain';
import { createIntervention } from './createIntervention';
import type { Acting, InterventionParts } from './parts';

const atOnce = 8;
type Item = BatchResult['items'][number];

/**
 * Each item as if it had come alone; one that fails leaves the others be. It costs as many acts as it has items.
 * @throws ApiError 429 where they are too many: then none is done
 */
export async function createBatch(
  parts: InterventionParts,
  acting: Acting,
  requests: readonly InterventionRequest[],
  seed: string
): Promise<Answer> {
  const spent = requests.map(({ action }) => ({ act: 'request' as const, action }));
  parts.budget.spend(acting, spent);
  const batchId = `batch-${sha256(seed).slice(0, 20)}`;
  const items: Item[] = new Array(requests.length);
  const waiting = [...requests.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [position, request] = next;
      items[position] = await createItem(parts, acting, request, { seed: `${seed}:${position}`, batchId });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const body: BatchResult = { batchId, items };
  return { status: 200, body };
}

async function createItem(
  parts: InterventionParts,
  acting: Acting,
  request: InterventionRequest,
  origin: { seed: string; batchId: string }
): Promise<Item> {
  try {
    const { status, body } = await createIntervention(parts, acting, request, origin);
    const intervention: Intervention = (body as InterventionResult).intervention;
    return { target: request.target, status, intervention };
  } catch (error) {
    const known =
      error instanceof ApiError
        ? error
        : new ApiError(503, 'unavailable', 'This item could not be carried out. Try it again.');
    return { target: request.target, status: known.status, problem: { code: known.code, detail: known.message } };
  }
}
