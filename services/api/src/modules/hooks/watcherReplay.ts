import type { WatcherAlert } from '@spendscope/contracts';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../http/apiError';
import type { Beginning } from '../../idempotency/IdempotencyKeys';
import { isTimely } from '../../identity/machines';
import type { Services } from '../../services';
import { sha256 } from '../audit/chain';
import { recordRefusal } from './signedBody';

/** An alert that is being taken, under its key. */
export type Run = Extract<Beginning, { kind: 'run' }>;

/**
 * Watcher cannot sign, so an alert that was overheard is held off by its instant, and by coming once for a watch,
 * instant and customer, on whichever server.
 * @throws ApiError 401 where it is not of these minutes, 409 where it was taken before; both recorded
 */
export async function takeOnce(services: Services, request: FastifyRequest, alert: WatcherAlert): Promise<Run> {
  const firedAt = new Date(alert.firedAt);
  if (!isTimely(firedAt, services.now())) {
    await recordRefusal(services, request, 'fired_late');
    throw new ApiError(401, 'fired_late', 'firedAt is more than five minutes off. Check both clocks.');
  }
  const scope = ['watcher', alert.watchId, firedAt.toISOString(), alert.user ?? ''];
  const beginning = await services.idempotency.begin(scope, sha256(JSON.stringify(scope)));
  if (beginning.kind === 'replay') {
    await recordRefusal(services, request, 'replayed');
    throw new ApiError(409, 'replayed', 'This watch was told of this instant and customer before.');
  }
  return beginning;
}
