import type { InterventionRequest } from '@spendscope/contracts';
import { checkRequest } from './checkRequest';

const lock: InterventionRequest = {
  action: 'lock_account',
  target: { type: 'account', id: 'C-7F3K2Q9WTM' },
  reasonCode: 'velocity',
};

describe('checkRequest', () => {
  it('takes the action’s own time where none is asked for', () => {
    expect(checkRequest(lock).durationSec).toBe(86_400);
  });

  it('has no end when permanent is asked for and allowed', () => {
    expect(checkRequest({ ...lock, permanent: true }).durationSec).toBeUndefined();
  });

  it.each([
    [{ target: { type: 'transaction' as const, id: 'T-1' } }, 'target_not_supported'],
    [{ permanent: true, durationSec: 60 }, 'duration_ambiguous'],
    [{ action: 'require_extra_auth' as const, permanent: true }, 'duration_not_allowed'],
    [{ action: 'require_extra_auth' as const, durationSec: 91 * 86_400 }, 'duration_not_allowed'],
    [{ comment: 'half a pair: \ud800' }, 'text_not_well_formed'],
  ])('refuses %j as %s', (change, code) => {
    expect(() => checkRequest({ ...lock, ...change })).toThrow(expect.objectContaining({ status: 422, code }));
  });

  it('keeps any whole character in a comment', () => {
    const comment = '의심 거래 😀 \u202e\n"}\u0000';
    expect(checkRequest({ ...lock, comment }).request.comment).toBe(comment);
  });
});
