import { randomUUID } from 'node:crypto';
import type { ActionName, Intervention } from '@spendscope/contracts';
import type { TestApi } from '../../testing/startTestApi';
import type { Asked } from './steps';

const actions: ActionName[] = ['lock_account', 'require_extra_auth'];

export interface Answered {
  status: number;
  code?: string;
  intervention?: Intervention;
}

/** The body of a create; one slot's action is always the same. */
export const wishOf = (slot: number, target: string, durationSec: number): object => ({
  action: actions[slot % actions.length],
  target: { type: 'account', id: target },
  reasonCode: 'policy',
  durationSec,
});

/** Asks the service what the step says, of the version that is there now. @param id of what is known of its target */
export async function askService(
  call: TestApi['call'],
  step: Asked,
  { id = 'iv-none', target }: { id?: string; target: string }
): Promise<Answered> {
  const key = randomUUID();
  if (step.kind === 'create') {
    const body = wishOf(step.slot, target, step.durationSec);
    return answeredOf(await call(step.as, 'POST', '/v1/interventions', { body, key }));
  }
  const known = await call('kim:Admin', 'GET', `/v1/interventions/${id}`);
  const headers = { 'if-match': String(known.headers.etag ?? '"0-1"') };
  const payloadHash = known.json().intervention?.payload_hash ?? '0'.repeat(64);
  const paths = {
    approve: 'approvals',
    reject: 'approvals',
    cancel: 'cancellations',
    release: 'releases',
    extend: 'extensions',
  };
  const bodies = {
    approve: { decision: 'approve', payloadHash },
    reject: { decision: 'reject', payloadHash },
    cancel: {},
    release: { reasonCode: 'policy' },
    extend: { reasonCode: 'policy', durationSec: 'durationSec' in step ? step.durationSec : 0 },
  };
  return answeredOf(
    await call(step.as, 'POST', `/v1/${paths[step.kind]}/${id}`, { body: bodies[step.kind], key, headers })
  );
}

function answeredOf(answer: Awaited<ReturnType<TestApi['call']>>): Answered {
  const { code, intervention } = answer.json();
  return { status: answer.statusCode, code, intervention };
}
