import { setTimeout as wait } from 'node:timers/promises';
import type { Intervention, InterventionResult, OrgRole, Problem } from '@spendscope/contracts';
import type { TestGrafana } from '../testing/testGrafana';
import { type Wish, anyWish, isInForce, lasting, longer } from './wishes';

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

interface Post {
  key: string;
  body: object;
  as: OrgRole;
  ifMatch?: string;
}

/**
 * People who ask, one act after the other, and who ask again with the same key until they are answered; and those who
 * decide on what waits for a second person.
 */
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
      const wish = anyWish();
      this.wishes.push(wish);
      const created = await this.insist(number, (url) => this.create(wish, url));
      if (created && wish.by === 'Editor' && Math.random() < 0.9) {
        wish.decision = { kind: Math.random() < 0.75 ? 'approve' : 'reject', done: false };
        wish.decision.done = await this.insist(number, (url) => this.decide(wish, url));
      }
      if (isInForce(wish) && Math.random() < 0.6) {
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

  private async create({ key, action, target, by, answered }: Wish, url: string): Promise<boolean> {
    const body = { action, target, reasonCode: 'velocity', durationSec: lasting };
    const { intervention } = await this.post(`${url}/v1/interventions`, { key, body, as: by });
    if (intervention) {
      answered.add(intervention.id);
    }
    return answered.size > 0;
  }

  /** Approves or rejects what is there now, under one key for all tries. */
  private async decide({ key, answered, decision }: Wish, url: string): Promise<boolean> {
    const read = await this.read(key, answered, url);
    const body = { decision: decision!.kind, payloadHash: read?.intervention.payload_hash };
    return (
      read !== undefined &&
      this.post200(`${url}/v1/approvals/${read.intervention.id}`, `${key}-decision`, body, read.etag)
    );
  }

  /** Releases or extends what is there now, under one key for all tries. */
  private async change({ key, answered, then }: Wish, url: string): Promise<boolean> {
    const read = await this.read(key, answered, url);
    const [path, more] = then!.kind === 'release' ? ['releases', {}] : ['extensions', { durationSec: longer }];
    const body = { reasonCode: 'policy', ...more };
    return (
      read !== undefined && this.post200(`${url}/v1/${path}/${read.intervention.id}`, `${key}-then`, body, read.etag)
    );
  }

  private async read(
    key: string,
    [id]: Iterable<string>,
    url: string
  ): Promise<{ intervention: Intervention; etag: string } | undefined> {
    const answer = await fetch(`${url}/v1/interventions/${id}`, { headers: await this.headersOf(key, 'Admin') });
    const { intervention } = (await answer.json()) as InterventionResult;
    return answer.ok ? { intervention, etag: String(answer.headers.get('etag')) } : undefined;
  }

  /** One and the same person of a role for all that becomes of a wish, and never the same for two roles. */
  private headersOf(key: string, role: OrgRole): Promise<Record<string, string>> {
    return this.grafana.headers(`${role}-${key.slice(0, 6)}`, role);
  }

  private async post200(url: string, key: string, body: object, ifMatch: string): Promise<boolean> {
    return (await this.post(url, { key, body, as: 'Admin', ifMatch })).status === 200;
  }

  private async post(
    url: string,
    { key, body, as, ifMatch }: Post
  ): Promise<{ status: number; intervention?: Intervention }> {
    const from = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...(await this.headersOf(key, as)),
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifMatch ? { 'if-match': ifMatch } : {}),
      },
      body: JSON.stringify(body),
    });
    const { intervention, code } = (await response.json()) as { intervention?: Intervention } & Partial<Problem>;
    const { status } = response;
    this.answers.push({ from, to: performance.now(), status, code, retryAfter: response.headers.get('retry-after') });
    return { status, intervention };
  }
}
