import type { Intervention } from '@spendscope/contracts';
import { simulatorConnector } from './simulatorConnector';
import { timedConnector } from './timedConnector';

const intervention = { id: 'i-1', action: 'lock_account', target: { type: 'account', id: 'C-1' } } as Intervention;

it('tells of every call how it went, and hands answers and failures on', async () => {
  const heard: string[] = [];
  const down = new Error('away');
  const connector = timedConnector(
    { ...simulatorConnector('billing', {}), revert: () => Promise.reject(down) },
    (name, call, result, seconds) => heard.push(`${name} ${call} ${result} ${seconds >= 0}`)
  );
  await connector.apply(intervention);
  expect(await connector.status(intervention)).toBe('applied');
  await expect(connector.revert(intervention)).rejects.toBe(down);
  expect(heard).toEqual(['billing apply ok true', 'billing status ok true', 'billing revert failed true']);
});
