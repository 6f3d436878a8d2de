import fc from 'fast-check';
import { type TestApi, startTestApi } from '../../testing/startTestApi';
import { Lifecycle } from './Lifecycle';
import { steps } from './steps';

/** Random calls, batches, crashes and clock jumps, back too: the model and the service never disagree, and the chain verifies. */
export function lifecycleProperty(runs: number, seed?: number): void {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.stop());

  it(`agrees with its model over ${runs} random lives of calls, batches, crashes and clock jumps both ways`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const life = new Lifecycle(api);
        await life.start();
        try {
          for (const step of taken) {
            await life.take(step);
          }
        } finally {
          await life.stop();
        }
      }),
      { numRuns: runs, endOnFailure: true, ...(seed === undefined ? {} : { seed }) }
    );
    expect(await api.services.audit.verifier.verify()).toMatchObject({ ok: true });
  }, 1_800_000);
}
