import { randomUUID } from 'node:crypto';
import type { ActionName, BatchResult, Intervention } from '@spendscope/contracts';
import fc from 'fast-check';
import { expireDue, reconcile } from '../modules/interventions/housekeeping';
import { type Mortal, mortal } from '../testing/mortal';
import type { Persona, TestApi } from '../testing/startTestApi';

type Server = Awaited<ReturnType<TestApi['replica']>>;

/** What the model knows of one target and action: what a person would expect to see. */
export interface Expected {
  state: 'none' | 'pending' | 'active';
  id?: string;
  /** Login of who asked for it. */
  by?: string;
  /** Milliseconds of the service's clock; of a waiting request, when it expires. */
  until?: number;
  durationSec?: number;
}

export type Step =
  | { kind: 'create'; slot: number; as: Persona; durationSec: number }
  | { kind: 'approve' | 'reject' | 'cancel' | 'release'; slot: number; as: Persona }
  | { kind: 'extend'; slot: number; as: Persona; durationSec: number }
  | { kind: 'wait'; minutes: number }
  /** The clock is set back. */
  | { kind: 'back'; minutes: number }
  | { kind: 'batch'; as: Persona; items: { slot: number; durationSec: number }[] }
  /** `back`: before another takes over, the clock is set back by so many minutes. */
  | { kind: 'crash'; call: number; moment: 'before' | 'after'; back: number; then: Asked };

/** A step that asks the service for something. */
type Asked = Exclude<Step, { kind: 'crash' | 'wait' | 'back' | 'batch' }>;

/** The answers that are right for a step, and what holds after one of them. */
interface Judgement {
  statuses: number[];
  next: (answered: Intervention | undefined) => Expected;
}

const none: Judgement['next'] = () => ({ state: 'none' });

function personOf({ as: persona }: Asked): { login: string; role: string } {
  const [login, role] = persona.split(':') as [string, string];
  return { login, role };
}

const admins: Persona[] = ['kim:Admin', 'choi:Admin'];
const people: Persona[] = [...admins, 'lee:Editor', 'park:Viewer'];
const actions: ActionName[] = ['lock_account', 'require_extra_auth'];
const slots = 3;
const day = 86_400_000;

const slot = fc.nat({ max: slots - 1 });
const as = fc.constantFrom(...people);
const durationSec = fc.constantFrom(60, 3_600, 7_200);
const call = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('create' as const), slot, as, durationSec }), weight: 4 },
  {
    arbitrary: fc.record({ kind: fc.constantFrom('approve', 'reject', 'cancel', 'release'), slot, as }),
    weight: 5,
  },
  { arbitrary: fc.record({ kind: fc.constant('extend' as const), slot, as, durationSec }), weight: 2 }
) as fc.Arbitrary<Asked>;

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: call, weight: 6 },
    {
      arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 59, 61, 1_500) }),
      weight: 2,
    },
    {
      arbitrary: fc.record({ kind: fc.constant('back' as const), minutes: fc.constantFrom(2, 61, 1_500) }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('batch' as const),
        as,
        items: fc.uniqueArray(fc.record({ slot, durationSec }), { selector: (item) => item.slot, minLength: 1 }),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('crash' as const),
        call: fc.integer({ min: 1, max: 14 }),
        moment: fc.constantFrom('before', 'after'),
        back: fc.constantFrom(0, 0, 30),
        then: call,
      }) as fc.Arbitrary<Step>,
      weight: 3,
    }
  ),
  { minLength: 4, maxLength: 10 }
);

/** A few targets of their own, the service that acts on them, and what is expected of it. */
export class Lifecycle {
  private readonly targets = Array.from({ length: slots }, () => `C-${randomUUID().slice(0, 13).toUpperCase()}`);
  private readonly expected: Expected[] = Array.from({ length: slots }, () => ({ state: 'none' }));
  private server!: Server;
  private life!: Mortal;

  constructor(private readonly api: TestApi) {}

  async start(): Promise<void> {
    this.server = await this.api.replica();
    this.life = mortal(this.server.services.client);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'wait') {
      this.api.advance(step.minutes * 60_000);
      await this.housekeep();
    } else if (step.kind === 'back') {
      this.api.advance(-step.minutes * 60_000);
    } else if (step.kind === 'batch') {
      await this.batch(step);
    } else if (step.kind === 'crash') {
      await this.crash(step);
    } else {
      const wanted = this.judge(step);
      const answer = await this.ask(step);
      if (wanted.statuses.includes(answer.status)) {
        this.expected[step.slot] = wanted.next(answer.intervention);
      } else {
        throw new Error(
          `${JSON.stringify(step)} was answered ${answer.status} ${answer.code}, not ${wanted.statuses.join()}.`
        );
      }
    }
    await this.compare();
  }

  private now(): number {
    return this.api.services.now().getTime();
  }

  /** The model: which answers are right, and what holds afterwards. */
  private judge(step: Asked): Judgement {
    switch (step.kind) {
      case 'create':
        return this.judgeCreate(step);
      case 'approve':
      case 'reject':
        return this.judgeDecision(step);
      case 'cancel':
        return this.judgeCancel(step);
      case 'release':
        return this.judgeChange(step, none);
      case 'extend':
        return this.judgeChange(step, this.active(step, step.durationSec));
    }
  }

  private judgeCreate(step: Extract<Asked, { kind: 'create' }>): Judgement {
    const before = this.expected[step.slot]!;
    const { login, role } = personOf(step);
    const same = (): Expected => before;
    if (role === 'Viewer') {
      return { statuses: [403], next: same };
    }
    if (before.state === 'none') {
      return role === 'Admin'
        ? { statuses: [201], next: this.active(step, step.durationSec) }
        : {
            statuses: [202],
            next: (answered) => ({
              state: 'pending',
              id: answered!.id,
              by: login,
              until: this.now() + day,
              durationSec: step.durationSec,
            }),
          };
    }
    if (before.durationSec !== step.durationSec || (before.state === 'pending' && role === 'Admin')) {
      return { statuses: [409], next: same };
    }
    return { statuses: [before.state === 'active' ? 200 : 202], next: same };
  }

  private judgeDecision(step: Asked): Judgement {
    const before = this.expected[step.slot]!;
    const { login, role } = personOf(step);
    const same = (): Expected => before;
    if (role !== 'Admin') {
      return { statuses: [403], next: same };
    }
    if (before.state === 'none') {
      return { statuses: [404], next: same };
    }
    if (before.by === login) {
      return { statuses: [403], next: same };
    }
    if (before.state !== 'pending') {
      return { statuses: [409], next: same };
    }
    return { statuses: [200], next: step.kind === 'approve' ? this.active(step, before.durationSec) : none };
  }

  private judgeCancel(step: Asked): Judgement {
    const before = this.expected[step.slot]!;
    const { login, role } = personOf(step);
    const same = (): Expected => before;
    if (role === 'Viewer') {
      return { statuses: [403], next: same };
    }
    if (before.state === 'none') {
      return { statuses: [404], next: same };
    }
    return before.state === 'pending' && before.by === login
      ? { statuses: [200], next: none }
      : { statuses: [403, 409], next: same };
  }

  /** Releases and extensions: an admin's, of what is active. */
  private judgeChange(step: Asked, next: Judgement['next']): Judgement {
    const before = this.expected[step.slot]!;
    const same = (): Expected => before;
    if (personOf(step).role !== 'Admin') {
      return { statuses: [403], next: same };
    }
    return before.state === 'active'
      ? { statuses: [200], next }
      : { statuses: before.state === 'none' ? [404] : [409], next: same };
  }

  private active(step: Asked, durationSec: number | undefined): Judgement['next'] {
    const before = this.expected[step.slot]!;
    return (answered) => ({
      state: 'active',
      id: answered?.id ?? before.id,
      by: before.by ?? personOf(step).login,
      until: answered?.expires_at ? Date.parse(answered.expires_at) : undefined,
      durationSec,
    });
  }

  private async ask(step: Asked): Promise<{ status: number; code?: string; intervention?: Intervention }> {
    const { call: send } = this.server;
    const { id } = this.expected[step.slot]!;
    const known = id ?? 'iv-none';
    if (step.kind === 'create') {
      const body = this.wish(step.slot, step.durationSec);
      return read(await send(step.as, 'POST', '/v1/interventions', { body, key: randomUUID() }));
    }
    const read_ = await send('kim:Admin', 'GET', `/v1/interventions/${known}`);
    const headers = { 'if-match': String(read_.headers.etag ?? '"0-1"') };
    const payloadHash = read_.json().intervention?.payload_hash ?? '0'.repeat(64);
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
    const url = `/v1/${paths[step.kind]}/${known}`;
    return read(await send(step.as, 'POST', url, { body: bodies[step.kind], key: randomUUID(), headers }));
  }

  /** Each item is answered, and holds afterwards, as if it had come alone. */
  private async batch({ as: persona, items }: Extract<Step, { kind: 'batch' }>): Promise<void> {
    const wanted = items.map((item) => this.judge({ kind: 'create', as: persona, ...item }));
    const body = { items: items.map(({ slot: index, durationSec: length }) => this.wish(index, length)) };
    const answer = await this.server.call(persona, 'POST', '/v1/interventions/batch', { body, key: randomUUID() });
    if (answer.statusCode === 403 && wanted.every(({ statuses }) => statuses.includes(403))) {
      return;
    }
    const answered = (answer.json() as BatchResult).items;
    for (const [position, { slot: index }] of items.entries()) {
      const { status, intervention } = answered[position]!;
      if (!wanted[position]!.statuses.includes(status)) {
        throw new Error(
          `Item ${position} of a batch was answered ${status}, not ${wanted[position]!.statuses.join()}.`
        );
      }
      this.expected[index] = wanted[position]!.next(intervention);
    }
  }

  private wish(index: number, length: number): object {
    return {
      action: actions[index % 2],
      target: { type: 'account', id: this.targets[index] },
      reasonCode: 'policy',
      durationSec: length,
    };
  }

  /** The process dies somewhere within the call; another takes over. What was, or what was asked for, holds then. */
  private async crash(step: Extract<Step, { kind: 'crash' }>): Promise<void> {
    const { then } = step;
    const before = this.expected[then.slot]!;
    this.life.dieAt(step.call, step.moment);
    const answer = await this.ask(then).catch(() => ({ status: 503, intervention: undefined }));
    await this.server.stop();
    await this.start();
    this.api.advance(61_000 - step.back * 60_000);
    await this.housekeep();
    const real = await this.real(then.slot);
    const wanted = this.judgeAfterCrash(then, before);
    if (!wanted.includes(real.state)) {
      throw new Error(`After a crash in ${JSON.stringify(step)} it is ${real.state}, neither ${wanted.join(' nor ')}.`);
    }
    // Done, or done and run out meanwhile; what was before is no answer to a yes.
    if (answer.status < 300 && !wanted.slice(1).includes(real.state)) {
      throw new Error(`${JSON.stringify(step)} was answered ${answer.status} and is ${real.state} after the crash.`);
    }
    this.expected[then.slot] = real;
  }

  private judgeAfterCrash(then: Extract<Step, { kind: 'crash' }>['then'], before: Expected): Expected['state'][] {
    // Time has passed: what ran out meanwhile is over, whatever was asked for.
    const soon = this.now();
    const ran = before.until !== undefined && before.until <= soon;
    const after = this.judge(then).next({
      id: 'iv-later',
      expires_at: new Date(soon + 1).toISOString(),
    } as Intervention);
    const short = 'durationSec' in then && then.durationSec === 60;
    return [before.state, ...(ran || short ? (['none'] as const) : []), after.state];
  }

  /** What a look at the store says of a slot. */
  private async real(index: number): Promise<Expected> {
    const { services } = this.api;
    const target = { type: 'account' as const, id: this.targets[index]! };
    const { items } = await services.interventions.store.list({ target: target.id, size: 200 });
    const open = items.filter((one) => !['released', 'expired', 'failed', 'rejected', 'cancelled'].includes(one.state));
    if (open.length > 1) {
      throw new Error(`${open.length} interventions hold ${target.id} at once.`);
    }
    const [one] = open;
    const inForce = (await services.states.get(target)).interventions.map((entry) => entry.id);
    const wanted = one?.state === 'active' ? [one.id] : [];
    if (JSON.stringify(inForce) !== JSON.stringify(wanted)) {
      throw new Error(
        `In force for ${target.id} is ${inForce.join() || 'nothing'}, active is ${wanted.join() || 'nothing'}.`
      );
    }
    if (!one) {
      return { state: 'none' };
    }
    if (one.state !== 'active' && one.state !== 'pending_approval') {
      throw new Error(`${one.id} was left ${one.state}.`);
    }
    return one.state === 'active'
      ? {
          state: 'active',
          id: one.id,
          by: one.requested_by.login,
          durationSec: one.duration_sec,
          until: one.expires_at ? Date.parse(one.expires_at) : undefined,
        }
      : {
          state: 'pending',
          id: one.id,
          by: one.requested_by.login,
          until: Date.parse(one.requested_at) + day,
          durationSec: one.duration_sec,
        };
  }

  private async housekeep(): Promise<void> {
    const { interventions } = this.server.services;
    await expireDue(interventions);
    await reconcile(interventions);
    for (const [index, known] of this.expected.entries()) {
      if (known.until !== undefined && known.until <= this.now()) {
        this.expected[index] = { state: 'none' };
      }
    }
  }

  /** @throws Error where the service and the model disagree */
  private async compare(): Promise<void> {
    for (const [index, wanted] of this.expected.entries()) {
      const found = await this.real(index);
      if (found.state !== wanted.state || (wanted.id && found.id !== wanted.id)) {
        throw new Error(`Slot ${index} is ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}.`);
      }
    }
  }
}

const read = (answer: {
  statusCode: number;
  json(): { code?: string; intervention?: Intervention };
}): { status: number; code?: string; intervention?: Intervention } => {
  const { code, intervention } = answer.json();
  return { status: answer.statusCode, code, intervention };
};
