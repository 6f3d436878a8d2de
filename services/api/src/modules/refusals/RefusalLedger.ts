import { randomUUID } from 'node:crypto';
import { type Actor, type Problem, rightFor } from '@spendscope/contracts';
import type { FastifyRequest } from 'fastify';
import { ownTrace } from '../../http/trace';
import { channelNamed, nobody } from '../../identity/nobody';
import { Recorder } from '../audit/Recorder';
import type { Acting, RecorderParts } from '../interventions/parts';

/** Callers with a record of their own between two flushes; what more of them did is one record together. */
const most = { person: 100, address: 20 };
const mostCodes = 12;

/** Refusals of what asked for an effect, or read the audit log. */
const refusedActs = new Set([400, 404, 405, 413, 415, 422, 428]);
/** Wrong or missing credentials, which leave no record of their own. */
const unproven = new Set(['channel_required', 'credential_required', 'signature_required', 'address_refused']);

interface Tally {
  acting: Acting;
  total: number;
  codes: Map<string, number>;
}

/**
 * Refused calls that leave no record of their own, summed up by caller: one record for each within a minute, however
 * many calls there were, so that a flood is seen and cannot fill the chain. What was not flushed when a process dies is
 * lost; the log's lines and the metrics have it.
 */
export class RefusalLedger {
  private tallies = new Map<string, Tally>();

  constructor(
    private readonly audit: RecorderParts,
    private readonly policyVersion: () => string
  ) {}

  /** Notes what was answered, where it belongs here. */
  note(request: FastifyRequest, { status, code }: Pick<Problem, 'status' | 'code'>): void {
    if (!belongs(request, status, code)) {
      return;
    }
    const tally = this.tallyOf(request);
    tally.total += 1;
    const known = tally.codes.has(code) || tally.codes.size < mostCodes ? code : 'other';
    tally.codes.set(known, (tally.codes.get(known) ?? 0) + 1);
  }

  /** Records what came together, and begins anew. @throws ApiError 503 where it cannot be recorded: it is kept */
  async flush(): Promise<number> {
    const due = this.tallies;
    this.tallies = new Map();
    const results = await Promise.allSettled([...due.values()].map((tally) => this.record(tally)));
    const failed = [...due.entries()].filter((_, position) => results[position]!.status === 'rejected');
    failed.forEach(([key, tally]) => this.restore(key, tally));
    const fault = results.find((result) => result.status === 'rejected');
    if (fault) {
      throw fault.reason;
    }
    return due.size;
  }

  private tallyOf(request: FastifyRequest): Tally {
    const { caller } = request;
    const kind = caller ? 'person' : 'address';
    const own = `${kind}:${caller?.actor.sub ?? request.ip}`;
    const key = this.tallies.has(own) || this.count(kind) < most[kind] ? own : 'others';
    const actor = key === 'others' ? others : (caller?.actor ?? nobody);
    const channel = key === 'others' ? { instance: 'unknown' } : (caller?.channel ?? channelNamed(request, 'unknown'));
    const fresh = (): Tally => {
      const requestId = key === 'others' ? randomUUID() : request.id;
      // Of many calls, each with a trace of its own.
      const acting = { caller: { actor, channel, rights: [] }, requestId, trace: ownTrace(requestId) };
      return { acting, total: 0, codes: new Map() };
    };
    const tally = this.tallies.get(key) ?? fresh();
    this.tallies.set(key, tally);
    return tally;
  }

  private count(kind: keyof typeof most): number {
    return [...this.tallies.keys()].filter((key) => key.startsWith(`${kind}:`)).length;
  }

  private async record({ acting, total, codes }: Tally): Promise<void> {
    const about = { ...acting, action: 'refused.calls', policyVersion: this.policyVersion() };
    const recorder = await Recorder.open(this.audit, about);
    const counts = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
    await recorder.record({ stage: 'Denied', result: `${total} calls: ${counts.join(', ')}` });
  }

  /** Joins what could not be recorded to what has come since. */
  private restore(key: string, { acting, total, codes }: Tally): void {
    const tally = this.tallies.get(key) ?? { acting, total: 0, codes: new Map<string, number>() };
    codes.forEach((count, code) => tally.codes.set(code, (tally.codes.get(code) ?? 0) + count));
    tally.total += total;
    this.tallies.set(key, tally);
  }
}

const others: Actor = { ...nobody, sub: 'others', login: 'others' };

function belongs(request: FastifyRequest, status: number, code: string): boolean {
  if (status === 429 || unproven.has(code)) {
    return true;
  }
  const { url = '', config } = request.routeOptions;
  const asksForEffect = request.method !== 'GET' && !config?.question;
  return refusedActs.has(status) && (asksForEffect || request.is404 || rightFor(request.method, url) === 'audit:read');
}
