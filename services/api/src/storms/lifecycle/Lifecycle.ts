import { randomUUID } from 'node:crypto';
import type { BatchResult } from '@spendscope/contracts';
import { expireDue, reconcile } from '../../modules/interventions/housekeeping';
import { type Mortal, mortal } from '../../testing/mortal';
import type { TestApi } from '../../testing/startTestApi';
import { type Answered, askService, wishOf } from './askService';
import type { Expected } from './expected';
import { type Judgement, judge, judgeAfterCrash } from './model';
import { readStore } from './readStore';
import { type Asked, type Step, slots } from './steps';

type Server = Awaited<ReturnType<TestApi['replica']>>;

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

  /** @throws Error where the service and the model disagree, on the answer or on what holds afterwards */
  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'wait':
        this.api.advance(step.minutes * 60_000);
        await this.housekeep();
        break;
      case 'back':
        this.api.advance(-step.minutes * 60_000);
        break;
      case 'batch':
        await this.batch(step);
        break;
      case 'crash':
        await this.crash(step);
        break;
      default:
        await this.call(step);
    }
    await this.compare();
  }

  private at(slot: number): { before: Expected; now: number } {
    return { before: this.expected[slot]!, now: this.api.services.now().getTime() };
  }

  private judge(step: Asked): Judgement {
    return judge(step, this.at(step.slot));
  }

  private ask(step: Asked): Promise<Answered> {
    const target = this.targets[step.slot]!;
    return askService(this.server.call, step, { id: this.expected[step.slot]!.id, target });
  }

  private async call(step: Asked): Promise<void> {
    const wanted = this.judge(step);
    const answer = await this.ask(step);
    if (!wanted.statuses.includes(answer.status)) {
      throw new Error(
        `${JSON.stringify(step)} was answered ${answer.status} ${answer.code}, not ${wanted.statuses.join()}.`
      );
    }
    this.expected[step.slot] = wanted.next(answer.intervention);
  }

  /** Each item is answered, and holds afterwards, as if it had come alone. */
  private async batch({ as: persona, items }: Extract<Step, { kind: 'batch' }>): Promise<void> {
    const wanted = items.map((item) => this.judge({ kind: 'create', as: persona, ...item }));
    const body = { items: items.map(({ slot, durationSec }) => wishOf(slot, this.targets[slot]!, durationSec)) };
    const answer = await this.server.call(persona, 'POST', '/v1/interventions/batch', { body, key: randomUUID() });
    if (answer.statusCode === 403 && wanted.every(({ statuses }) => statuses.includes(403))) {
      return;
    }
    const answered = (answer.json() as BatchResult).items;
    for (const [position, { slot }] of items.entries()) {
      const { status, intervention } = answered[position]!;
      if (!wanted[position]!.statuses.includes(status)) {
        throw new Error(
          `Item ${position} of a batch was answered ${status}, not ${wanted[position]!.statuses.join()}.`
        );
      }
      this.expected[slot] = wanted[position]!.next(intervention);
    }
  }

  /** The process dies somewhere within the call; another takes over. What was, or what was asked for, holds then. */
  private async crash(step: Extract<Step, { kind: 'crash' }>): Promise<void> {
    const { then } = step;
    const { before } = this.at(then.slot);
    this.life.dieAt(step.call, step.moment);
    const answer = await this.ask(then).catch(() => ({ status: 503, intervention: undefined }));
    await this.server.stop();
    await this.start();
    this.api.advance(61_000 - step.back * 60_000);
    await this.housekeep();
    const real = await readStore(this.api, this.targets[then.slot]!);
    const wanted = judgeAfterCrash(then, before, this.at(then.slot));
    // Done, or done and run out meanwhile; what was before is no answer to a yes.
    const right = wanted[answer.status < 300 ? 'answered' : 'unanswered'];
    if (!right.includes(real.state)) {
      throw new Error(
        `${JSON.stringify(step)} was answered ${answer.status} and is ${real.state} after the crash, not ${right.join(' or ')}.`
      );
    }
    this.expected[then.slot] = real;
  }

  private async housekeep(): Promise<void> {
    const { interventions } = this.server.services;
    await expireDue(interventions);
    await reconcile(interventions);
    for (const [slot, known] of this.expected.entries()) {
      if (known.until !== undefined && known.until <= this.at(slot).now) {
        this.expected[slot] = { state: 'none' };
      }
    }
  }

  private async compare(): Promise<void> {
    for (const [slot, wanted] of this.expected.entries()) {
      const found = await readStore(this.api, this.targets[slot]!);
      if (found.state !== wanted.state || (wanted.id && found.id !== wanted.id)) {
        throw new Error(`Slot ${slot} is ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}.`);
      }
    }
  }
}
