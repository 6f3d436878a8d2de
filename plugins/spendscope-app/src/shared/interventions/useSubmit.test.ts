import { act, renderHook } from '@testing-library/react';
import { useSubmit } from './useSubmit';

interface Wish {
  comment: string;
}

describe('the key of a request', () => {
  const sent: string[] = [];
  const lost = (_body: Wish, key: string): Promise<string> => {
    sent.push(key);
    return Promise.reject(new Error('the answer was lost'));
  };
  const taken = (_body: Wish, key: string): Promise<string> => {
    sent.push(key);
    return Promise.resolve('done');
  };
  /** A dialog as it is after the page was loaded. */
  const opened = (send: typeof lost, about?: string): ((comment: string) => Promise<void>) => {
    const { result } = renderHook(() => useSubmit(send, about));
    return async (comment) => {
      await act(async () => void (await result.current.submit({ comment })));
    };
  };
  beforeEach(() => {
    sent.length = 0;
    sessionStorage.clear();
  });
  afterEach(() => jest.restoreAllMocks());

  it('stays for a retry, and for the same request after the page was loaded again', async () => {
    const submit = opened(lost);
    await submit('same');
    await submit('same');
    await opened(lost)('same');
    expect(sent).toEqual([sent[0], sent[0], sent[0]]);
    expect(sent[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is a new one after an edit, and for the same words about something else', async () => {
    const submit = opened(lost, 'iv-1');
    await submit('first');
    await submit('edited');
    await opened(lost, 'iv-2')('first');
    expect(new Set(sent).size).toBe(3);
  });

  it('is a new one once the request was answered, or long after it was not', async () => {
    await opened(taken)('same');
    await opened(lost)('same');
    expect(sent[1]).not.toBe(sent[0]);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 15 * 60_000);
    await opened(lost)('same');
    expect(sent[2]).not.toBe(sent[1]);
  });

  it('keeps no word of the request in the browser', async () => {
    await opened(lost)('Mrs Kim of Jeju');
    expect(sessionStorage).toHaveLength(1);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Kim');
  });

  it('stays for a retry where the browser keeps nothing', async () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const submit = opened(lost);
    await submit('same');
    await submit('same');
    expect(sent[1]).toBe(sent[0]);
  });
});
