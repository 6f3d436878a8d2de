import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type InterventionResult, indices } from '@spendscope/contracts';
import { account, lockOf } from './integration/scene';
import { ServerGroup } from './storms/ServerGroup';
import type { ServerProcess } from './storms/ServerProcess';
import { type TestApi, startTestApi } from './testing/startTestApi';

describe('the server, told to stop', () => {
  let api: TestApi;
  let group: ServerGroup;
  beforeAll(async () => {
    api = await startTestApi();
    group = await ServerGroup.start(api, 1);
  });
  afterAll(async () => {
    await group.kill();
    await api.stop();
  });

  it('finishes the act that is under way, takes no other, signs the log and ends with 0', async () => {
    const [server] = group.servers as [ServerProcess];
    const child = Reflect.get(server, 'child') as ChildProcess;
    const target = account();
    const body = JSON.stringify(lockOf(target));
    const act = request(`${server.url}/v1/interventions`, {
      method: 'POST',
      headers: {
        ...(await api.grafana.headers('kim', 'Admin')),
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    // Under way: its caller is known, and its body has not ended.
    act.write(body.slice(0, 10));
    await wait(1_000);
    const [exited, answered] = [once(child, 'exit'), once(act, 'response')];
    child.kill('SIGTERM');
    await refusing(server.url);
    act.end(body.slice(10));
    const [response] = (await answered) as [IncomingMessage];
    const { intervention } = (await json(response)) as InterventionResult;
    expect([response.statusCode, intervention.state]).toEqual([201, 'active']);
    expect(await exited).toEqual([0, null]);

    await api.owner.indices.refresh({ index: indices.audit.name });
    const verdict = await api.services.audit.verifier.verify();
    expect(verdict).toMatchObject({ ok: true, checkpoints: 1, unsignedBlocks: 0 });
  });
});

/** Until nobody listens there any more. */
async function refusing(url: string): Promise<void> {
  for (;;) {
    const listening = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).catch(() => undefined);
    if (!listening) {
      return;
    }
    await listening.text();
    await wait(20);
  }
}
