import { type InterventionRequest, type ShortInterventionRequest, reasonCodes } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';

/** The full form of `{user, action, reason}`: a reason that is no code becomes the comment of `other`. */
export function expandShortForm(short: ShortInterventionRequest): InterventionRequest {
  const { action, user, transaction } = short;
  if (action === 'block_transaction' && !transaction) {
    throw new ApiError(422, 'transaction_required', 'block_transaction needs the transaction’s id: send transaction.');
  }
  const code = reasonCodes.find((known) => known === short.reason);
  return {
    action,
    target: action === 'block_transaction' ? { type: 'transaction', id: transaction! } : { type: 'account', id: user },
    reasonCode: code ?? 'other',
    ...(code ? {} : { comment: short.reason }),
  };
}
