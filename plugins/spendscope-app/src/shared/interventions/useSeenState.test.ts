import type { ActionName } from '@spendscope/contracts';
import { act, renderHook } from '@testing-library/react';
import { useSeenState } from './useSeenState';

describe('what a person has seen in force', () => {
  it('stays as they saw it when newer answers come, and is the newest once they look again', async () => {
    let told: readonly ActionName[] = [];
    const refresh = (): Promise<void> => {
      told = ['lock_account', 'require_extra_auth'];
      rerender({ told });
      return Promise.resolve();
    };
    const { result, rerender } = renderHook(
      (props: { told: readonly ActionName[] }) => useSeenState(props.told, refresh),
      {
        initialProps: { told },
      }
    );
    rerender({ told: ['lock_account'] });
    expect(result.current.seen).toEqual([]);
    await act(() => result.current.lookAgain());
    expect(result.current.seen).toEqual(['lock_account', 'require_extra_auth']);
    rerender({ told: [] });
    expect(result.current.seen).toEqual(['lock_account', 'require_extra_auth']);
  });
});
