import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Intervention, Problem } from '@spendscope/contracts';
import type { TestGrafana } from '../testing/testGrafana';

export interface Wish {
  key: string;
  target: { type: 'account'; id: string };
  /** Ids that its key was ever answered with. */
  answered: Set<string>;
}

export interface Answer {
  /** `performance.now()` of the question and of the answer. */
  from: number;
  to: number;
  status: number;
  code?: string;
  retryAfter: string | null;
}

/** Longer than the service ever lets a request wait: what is not answered by then hangs. */
const patienceMs = 90_000;

/** People who ask, one act after the other, and who ask again with the same key until they are answered. */
export class Askers {
  readonly wishes: Wish[] = [];
  readonly answers: Answer[] = [];
  private load: Promise<void>[] = [];
  private asking = false;

  /** @param urls addresses of the servers, read anew for each question: a restarted one listens elsewhere */
  constructor(
    private readonly grafana: TestGrafana,
    private readonly urls: () => readonly string[]
  ) {}

  start(people: number): void {
    this.asking = true;
    this.load = Array.from({ length: people }, (_, number) => this.ask(number));
  }

  async stop(): Promise<void> {
    this.asking = false;
    await Promise.all(this.load);
  }

  get done(): Wish[] {
    return this.wishes.filter((wish) => wish.answered.size > 0);
  }

  private async ask(number: number): Promise<void> {
    while (this.asking) {
      const wish: Wish = {
        key: randomUUID(),
        target: { type: 'account', id: `C-${randomUUID().slice(0, 13).toUpperCase()}` },
        answered: new Set(),
      };
      this.wishes.push(wish);
      for (let attempt = number; this.asking && wish.answered.size === 0; attempt++) {
        const urls = this.urls();
        const status = await this.post(wish, urls[attempt % urls.length]!).catch(() => undefined);
        // As a browser does: whoever is told to wait, or finds nobody there, does not ask again at once.
        await (status !== undefined && status < 500 ? undefined : wait(50));
      }
    }
  }

  private async post(wish: Wish, url: string): Promise<number> {
    const from = performance.now();
    const response = await fetch(`${url}/v1/interventions`, {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...(await this.grafana.headers(`asker-${wish.key.slice(0, 6)}`, 'Admin')),
        'content-type': 'application/json',
        'idempotency-key': wish.key,
      },
      body: JSON.stringify({
        action: 'require_extra_auth',
        target: wish.target,
        reasonCode: 'velocity',
        durationSec: 86_400,
      }),
    });
    const body = (await response.json()) as { intervention?: Intervention } & Partial<Problem>;
    if (body.intervention) {
      wish.answered.add(body.intervention.id);
    }
    const { status, headers } = response;
    this.answers.push({ from, to: performance.now(), status, code: body.code, retryAfter: headers.get('retry-after') });
    return status;
  }
}
