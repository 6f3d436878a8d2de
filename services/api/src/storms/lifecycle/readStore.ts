import type { TestApi } from '../../testing/startTestApi';
import { type Expected, expectedOf } from './expected';

const over = ['released', 'expired', 'failed', 'rejected', 'cancelled'];

/** What a look at the store says of an account. @throws Error where two hold it, or what is in force is not what is active */
export async function readStore({ services }: TestApi, account: string): Promise<Expected> {
  const { items } = await services.interventions.store.list({ target: account, size: 200 });
  const open = items.filter(({ state }) => !over.includes(state));
  if (open.length > 1) {
    throw new Error(`${open.length} interventions hold ${account} at once.`);
  }
  const [one] = open;
  const { interventions } = await services.states.get({ type: 'account', id: account });
  const inForce = interventions.map(({ id }) => id).join();
  const active = one?.state === 'active' ? one.id : '';
  if (inForce !== active) {
    throw new Error(`In force for ${account} is ${inForce || 'nothing'}, active is ${active || 'nothing'}.`);
  }
  return one ? expectedOf(one) : { state: 'none' };
}
