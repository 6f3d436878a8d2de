import { type Actor, approvalHours } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';

/** What somebody asked for, and a second person is to decide on. */
interface Asked {
  requested_by: Pick<Actor, 'sub'>;
  requested_at: string;
  payload_hash: string;
}

/** Nobody decides on what is their own, and nobody else takes it back; `notTheirs` says so to them. */
export function refusePerson(
  { requested_by: by }: Asked,
  { actor, takesBack, notTheirs }: { actor: Pick<Actor, 'sub'>; takesBack: boolean; notTheirs: string }
): ApiError | undefined {
  const own = by.sub === actor.sub;
  if (own === takesBack) {
    return undefined;
  }
  return own
    ? new ApiError(403, 'self_approval', 'Your own request needs another person’s approval.')
    : new ApiError(403, 'not_requester', notTheirs);
}

/** What waited too long, or is another request than the one that was read: `read` is its hash, absent where none was. */
export function refuseRequest(
  { requested_at: at, payload_hash: hash }: Asked,
  { now, read }: { now: Date; read: string | undefined }
): ApiError | undefined {
  if (now.getTime() - Date.parse(at) > approvalHours * 3_600_000) {
    return new ApiError(409, 'request_expired', `The request waited longer than ${approvalHours} hours. Ask for it again.`); // prettier-ignore
  }
  return read && read !== hash
    ? new ApiError(409, 'payload_differs', 'This is not the request that you read. Read it again.')
    : undefined;
}
