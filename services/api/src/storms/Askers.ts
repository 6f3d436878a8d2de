import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type ActionName, type Intervention, type Problem, type Target, actionNames } from '@spendscope/contracts';
import type { TestGrafana } from '../testing/testGrafana';

export interface Wish {
  key: string;
  action: ActionName;
  target: Target;
  /** Ids that its key was ever answered with. */
  answered: Set<string>;
  /** What was asked of it once it was in force, and whether that was ever answered with a yes. */
  then?: { kind: 'release' | 'extend'; done: boolean };
}

/** Of each act, and of what an extension makes of it; seconds. */
export const [lasting, longer] = [86_400, 172_800];

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
const mostTries = 40;

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
        ...anyAct(),
        answered: new Set(),
      };
      this.wishes.push(wish);
      const create = async (url: string): Promise<boolean> => {
        await this.create(wish, url);
        return wish.answered.size > 0;
      };
      if ((await this.insist(number, create)) && Math.random() < 0.6) {
        wish.then = { kind: Math.random() < 0.5 ? 'release' : 'extend', done: false };
        wish.then.done = await this.insist(number, (url) => this.change(wish, url));
      }
    }
  }

  /** Asks one server after the other until one says yes. Whose first try died with its server goes on to another wish. */
  private async insist(number: number, ask: (url: string) => Promise<boolean>): Promise<boolean> {
    for (let attempt = number; this.asking && attempt < number + mostTries; attempt++) {
      const urls = this.urls();
      if (await ask(urls[attempt % urls.length]!).catch(() => false)) {
        return true;
      }
      // As a browser does: whoever is told to wait, or finds nobody there, does not ask again at once.
      await wait(50);
    }
    return false;
  }

  private async create({ key, action, target, answered }: Wish, url: string): Promise<void> {
    const body = { action, target, reasonCode: 'velocity', durationSec: lasting };
    const { intervention } = await this.post(`${url}/v1/interventions`, { key, body });
    if (intervention) {
      answered.add(intervention.id);
    }
  }

  /** Under one key for all tries, of the version that is there now. */
  private async change({ key, answered, then }: Wish, url: string): Promise<boolean> {
    const [id] = answered;
    const read = await fetch(`${url}/v1/interventions/${id}`, { headers: await this.headersOf(key) });
    const headers = { 'if-match': String(read.headers.get('etag')) };
    await read.arrayBuffer();
    if (!read.ok) {
      return false;
    }
    const [path, more] = then!.kind === 'release' ? ['releases', {}] : ['extensions', { durationSec: longer }];
    const body = { reasonCode: 'policy', ...more };
    const { status } = await this.post(`${url}/v1/${path}/${id}`, { key: `${key}-then`, body, headers });
    return status === 200;
  }

  private headersOf(key: string): Promise<Record<string, string>> {
    return this.grafana.headers(`asker-${key.slice(0, 6)}`, 'Admin');
  }

  private async post(
    url: string,
    { key, body, headers = {} }: { key: string; body: object; headers?: Record<string, string> }
  ): Promise<{ status: number; intervention?: Intervention }> {
    const from = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...(await this.headersOf(key)),
        'content-type': 'application/json',
        'idempotency-key': key,
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const { intervention, code } = (await response.json()) as { intervention?: Intervention } & Partial<Problem>;
    const { status } = response;
    this.answers.push({ from, to: performance.now(), status, code, retryAfter: response.headers.get('retry-after') });
    return { status, intervention };
  }
}

function anyAct(): Pick<Wish, 'action' | 'target'> {
  const action = actionNames[Math.floor(Math.random() * actionNames.length)]!;
  const id = randomUUID().slice(0, 13).toUpperCase();
  return action === 'block_transaction'
    ? { action, target: { type: 'transaction', id: `T-${id}` } }
    : { action, target: { type: 'account', id: `C-${id}` } };
}
