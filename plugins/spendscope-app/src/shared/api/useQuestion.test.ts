import { act, renderHook } from '@testing-library/react';
import { useQuestion } from './useQuestion';

interface Open {
  body: string;
  signal: AbortSignal;
  answer: (text: string) => void;
  refuse: (error: Error) => void;
}

function setUp(): {
  asked: Open[];
  result: { current: ReturnType<typeof useQuestion<string, string>> };
  unmount: () => void;
} {
  const asked: Open[] = [];
  const load = (body: string, signal: AbortSignal): Promise<string> =>
    new Promise((answer, refuse) => asked.push({ body, signal, answer, refuse }));
  return { asked, ...renderHook(() => useQuestion(load)) };
}

it('is busy until it is answered, and says whether it was', async () => {
  const { asked, result } = setUp();
  let answered: Promise<boolean>;
  act(() => void (answered = result.current.ask('a')));
  expect(result.current).toMatchObject({ busy: true });
  await act(async () => asked[0]!.answer('yes'));
  expect(result.current).toMatchObject({ busy: false, answer: 'yes' });
  expect(await answered!).toBe(true);
});

it('shows nothing of a question that was called off or overtaken', async () => {
  const { asked, result } = setUp();
  act(() => void result.current.ask('first'));
  act(() => void result.current.ask('second'));
  expect(asked[0]!.signal.aborted).toBe(true);
  await act(async () => asked[1]!.answer('of the second'));
  await act(async () => asked[0]!.answer('of the first'));
  expect(result.current.answer).toBe('of the second');
  act(() => void result.current.ask('third'));
  act(() => result.current.forget());
  await act(async () => asked[2]!.answer('of the third'));
  expect(result.current).toMatchObject({ busy: false });
  expect(result.current.answer).toBeUndefined();
});

it('keeps the error of the newest question, and asks no more when nobody is there', async () => {
  const { asked, result, unmount } = setUp();
  act(() => void result.current.ask('a'));
  await act(async () => asked[0]!.refuse(new Error('no')));
  expect(result.current.error?.message).toContain('no');
  act(() => void result.current.ask('b'));
  expect(result.current.error).toBeUndefined();
  unmount();
  expect(asked[1]!.signal.aborted).toBe(true);
});
