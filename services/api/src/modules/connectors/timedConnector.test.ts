import type { Intervention } from '@spendscope/contracts';
import { simulatorConnector } from './simulatorConnector';
import { timedConnector } from './timedConnector';

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const intervention = { id: 'i-1', action: 'lock_account', target: { type: 'account', id: 'C-1' } } as Intervention;

it('tells of every call how it went, and hands answers and failures on', async () => {
  const heard: string[] = [];
  const down = new Error('away');
  const connector = timedConnector(
    { ...simulatorConnector('billing', {}), revert: () => Promise.reject(down) },
    (name, call, result, seconds) => heard.push(`${name} ${call} ${result} ${seconds >= 0}`)
  );
  await connector.apply(intervention, traceparent);
  expect(await connector.status(intervention, traceparent)).toBe('applied');
  await expect(connector.revert(intervention, traceparent)).rejects.toBe(down);
  expect(heard).toEqual(['billing apply ok true', 'billing status ok true', 'billing revert failed true']);
});
