import type { FastifyBaseLogger } from 'fastify';
import type { AbandonedSweep } from '../modules/audit/AbandonedSweep';
import { DailyVerification } from '../modules/audit/DailyVerification';
import { Presence } from '../modules/audit/Presence';
import { type Trouble, expireDue, reconcile } from '../modules/interventions/housekeeping';
import { writeMissing } from '../modules/personas/writeMissing';
import { recordPolicy } from '../modules/policy/recordPolicy';
import { retain } from '../modules/privacy/retention';
import { retentionOf } from '../policy/limits';
import type { Services } from '../services';
import { createSweep } from './createSweep';
import { readBacklog } from './readBacklog';

const leaseSeconds = 90;
const lease = 'housekeeping';

interface Job {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

/** What the service does by itself, from time to time; one that fails is logged and comes again. */
export class Workers {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly abandoned: AbandonedSweep;
  private readonly daily: DailyVerification;
  private readonly presence: Presence;
  private stopped = false;

  constructor(
    private readonly services: Services,
    private readonly log: FastifyBaseLogger
  ) {
    this.abandoned = createSweep(services);
    this.presence = new Presence(services.interventions);
    const { audit, controls, leases, metrics, now } = services;
    const judged = (ok: boolean): void => metrics.auditChainOk.set(ok ? 1 : 0);
    this.daily = new DailyVerification({ verifier: audit.verifier, controls, leases, now, judged });
  }

  start(): void {
    const { audit } = this.services;
    const { controls, decisions, drift, inference } = this.services;
    const jobs: Job[] = [
      { name: 'start', everyMs: 30_000, run: () => this.presence.started() },
      { name: 'controls', everyMs: 2_000, run: () => controls.refresh() },
      { name: 'decisions', everyMs: 1_000, run: () => decisions.refresh() },
      { name: 'models', everyMs: 3_000, run: () => inference.refresh() },
      { name: 'drift', everyMs: 60_000, run: () => drift.refresh() },
      { name: 'housekeeping', everyMs: 30_000, run: () => this.housekeeping() },
      { name: 'backlog', everyMs: 30_000, run: () => readBacklog(this.services) },
      { name: 'checkpoint', everyMs: 300_000, run: async () => void (await audit.checkpointer.checkpoint()) },
      { name: 'refusals', everyMs: 60_000, run: async () => void (await this.services.refusals.flush()) },
      { name: 'purge', everyMs: 3_600_000, run: async () => void (await this.services.idempotency.purge()) },
      { name: 'retention', everyMs: 86_400_000, run: () => this.retention() },
      { name: 'verify', everyMs: 600_000, run: () => this.verify() },
      ...(this.services.personas.writer ? [{ name: 'personas', everyMs: 60_000, run: () => this.personas() }] : []),
    ];
    for (const job of jobs) {
      this.timers.push(setInterval(() => void this.once(job), job.everyMs));
    }
    void this.once({
      name: 'policy',
      everyMs: 0,
      run: () => recordPolicy(this.services.interventions.audit, this.services.policy.state),
    });
    this.services.policy.watch();
    this.services.channelTokens.watch();
    // What a crash left open is closed at once, not in half a minute; switches and decisions are read at once too, and
    // whether a verification is due does not wait for the process to grow old.
    const atOnce = ['controls', 'decisions', 'models', 'drift', 'housekeeping', 'backlog', 'start', 'verify'];
    jobs.filter(({ name }) => atOnce.includes(name)).forEach((job) => void this.once(job));
  }

  /** Finishes what is running, signs the head of the audit log and gives the lease back. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.services.policy.unwatch();
    this.services.channelTokens.unwatch();
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all(this.running.values());
    const { audit, leases, refusals } = this.services;
    await refusals.flush().catch((error: unknown) => this.log.warn({ err: error }, 'refused calls not recorded'));
    await audit.log.settled();
    // The word of the stop is signed too; a log that takes no word has no new head to sign.
    const signed = this.presence.stopped().then(() => audit.checkpointer.checkpoint());
    const results = await Promise.allSettled([signed, leases.release(lease)]);
    for (const result of results) {
      if (result.status === 'rejected') {
        this.log.warn({ err: result.reason }, 'left undone at shutdown');
      }
    }
  }

  /** A job that takes longer than its pause is not started twice. */
  private async once({ name, run }: Job): Promise<void> {
    if (this.stopped || this.running.has(name)) {
      return;
    }
    const work = run().catch((error: unknown) => this.log.error({ err: error, job: name }, 'job failed'));
    this.running.set(name, work);
    await work;
    this.running.delete(name);
  }

  /** Only whoever holds the lease: two servers on one store must not both end an intervention. */
  private async housekeeping(): Promise<void> {
    const { leases, interventions } = this.services;
    if (interventions.mode === 'readonly' || !(await leases.acquire(lease, leaseSeconds))) {
      return;
    }
    const ended = await this.part('expiry', (trouble) => expireDue(interventions, trouble));
    const closed = await this.part('reconciliation', (trouble) => reconcile(interventions, trouble));
    const abandoned = await this.part('sweep', () => this.abandoned.sweep());
    if (ended + closed + abandoned > 0) {
      this.log.info({ ended, closed, abandoned }, 'interventions ended or reconciled, records closed');
    }
  }

  /** One part of the housekeeping: what fails in it is logged, and leaves the other parts be. */
  private async part(name: string, run: (trouble: Trouble) => Promise<number>): Promise<number> {
    const trouble: Trouble = (interventionId, error) =>
      this.log.error({ err: error, job: name, interventionId }, 'intervention left for the next round');
    try {
      return await run(trouble);
    } catch (error) {
      this.log.error({ err: error, job: name }, 'job failed');
      return 0;
    }
  }

  private async retention(): Promise<void> {
    const { client, leases, policy, now } = this.services;
    const days = retentionOf(policy.current);
    if (Object.keys(days).length > 0 && (await leases.acquire('retention', 3_600))) {
      this.log.info({ deleted: await retain(client, days, now()) }, 'what was too old is gone');
    }
  }

  private async personas(): Promise<void> {
    const { client, leases, personas, now } = this.services;
    const tried = await writeMissing({ client, leases, writer: personas.writer!, texts: personas.texts, now });
    if (tried > 0) {
      this.log.info({ tried }, 'persona texts asked for');
    }
  }

  private async verify(): Promise<void> {
    const verdict = await this.daily.runIfDue();
    if (verdict?.ok === false) {
      this.log.error({ firstBreak: verdict.firstBreak }, 'the audit log was tampered with');
    }
  }
}
