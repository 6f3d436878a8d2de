import { randomUUID } from 'node:crypto';
import { expireDue } from '../modules/interventions/housekeeping';
import { type Scene, admin, editor } from './scene';

const hour = 3_600_000;

export const extensionSuite = (scene: () => Scene): void => {
  const extend = (as: typeof admin, id: string, etag: string, body: object) =>
    scene().api.call(as, 'POST', `/v1/extensions/${id}`, {
      body: { reasonCode: 'policy', ...body },
      key: randomUUID(),
      headers: { 'if-match': etag },
    });

  it('gives it another end, from now on, and it then ends there', async () => {
    const { services, advance } = scene().api;
    const { intervention, etag } = await scene().locked({ durationSec: 3_600 });
    advance(hour / 2);
    const extended = await extend(admin, intervention.id, etag, { durationSec: 7_200 });
    expect(extended.statusCode).toBe(200);
    const end = Date.parse(extended.json().intervention.expires_at);
    expect(Math.abs(end - services.now().getTime() - 2 * hour)).toBeLessThan(60_000);
    const state = await services.states.get(intervention.target);
    expect(state.interventions.map((entry) => entry.expires_at)).toEqual([extended.json().intervention.expires_at]);
    advance(hour);
    await expireDue(services.interventions);
    expect((await scene().read(intervention.id)).intervention.state).toBe('active');
    advance(hour + 60_000);
    await expireDue(services.interventions);
    expect((await scene().read(intervention.id)).intervention.state).toBe('expired');
    expect(await scene().stages(`intervention=${intervention.id}&action=extend`)).toEqual([
      'Received:received',
      'Decided:allow',
      'Executed:enforce',
      'Completed:extended',
    ]);
  });

  it('may last until released where the action allows it', async () => {
    const { intervention, etag } = await scene().locked({ durationSec: 3_600 });
    const answer = await extend(admin, intervention.id, etag, { permanent: true });
    expect(answer.json().intervention).not.toHaveProperty('expires_at');
    const both = await extend(admin, intervention.id, String(answer.headers.etag), {
      permanent: true,
      durationSec: 60,
    });
    expect([both.statusCode, both.json().code]).toEqual([422, 'duration_ambiguous']);
  });

  it('is refused to who lacks the right, on an old version, too long, and on what is over', async () => {
    const { intervention, etag } = await scene().locked({ durationSec: 3_600 });
    const { id } = intervention;
    expect((await extend(editor, id, etag, { durationSec: 60 })).json().missing).toBe('interventions:release');
    expect((await extend(admin, id, '"0-0"', { durationSec: 60 })).statusCode).toBe(412);
    expect((await extend(admin, id, etag, { durationSec: 15_552_001 })).statusCode).toBe(400);
    await scene().release(admin, id, etag);
    const over = await extend(admin, id, (await scene().read(id)).etag, { durationSec: 60 });
    expect([over.statusCode, over.json().code]).toEqual([409, 'not_active']);
  });
};
