import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Intervention } from '@spendscope/contracts';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Connector } from '../interventions/connector';
import type { CircuitBreaker } from './CircuitBreaker';
import { type Operation, type Telling, tellingOf } from './telling';

export interface WebhookTarget {
  name: string;
  url: string;
  secret: string;
  timeoutMs: number;
  attempts: number;
}

const StatusAnswer = Type.Object({ status: Type.Enum(['applied', 'absent']) });
const firstPauseMs = 100;

/** The other side said no: asking again would get the same answer. */
export class WebhookRefused extends Error {
  constructor(status: number) {
    super(`The webhook answered ${status}.`);
    this.name = 'WebhookRefused';
  }
}

/** Of the signature that the receiver recomputes: HMAC-SHA256 in hex over `TIMESTAMP:BODY`. */
export const signWebhook = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}:${body}`).digest('hex');

/**
 * Tells another system over HTTP, at least once, under an `Idempotency-Key`; the receiver answers 2xx once it is done.
 * Redirects are not followed.
 */
export function webhookConnector(target: WebhookTarget, circuit: CircuitBreaker): Connector {
  const send = (operation: Operation, intervention: Intervention, traceparent: string): Promise<unknown> =>
    circuit.run(() => sendWithRetries(target, tellingOf(operation, intervention, traceparent)));
  return {
    name: target.name,
    plan: async () => ({ effects: [`${target.name} is told at ${new URL(target.url).host}.`] }),
    apply: async (intervention, traceparent) => void (await send('apply', intervention, traceparent)),
    revert: async (intervention, traceparent) => void (await send('revert', intervention, traceparent)),
    status: async (intervention, traceparent) =>
      Value.Parse(StatusAnswer, await send('status', intervention, traceparent)).status,
  };
}

async function sendWithRetries(target: WebhookTarget, telling: Telling): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce(target, telling);
    } catch (error) {
      if (error instanceof WebhookRefused || attempt >= target.attempts) {
        throw error;
      }
      // Spread, so that many who failed together do not come back together.
      await wait(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

async function sendOnce(target: WebhookTarget, { headers, body }: Telling): Promise<unknown> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const answer = await fetch(target.url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(target.timeoutMs),
    headers: {
      'content-type': 'application/json',
      ...headers,
      'x-spendscope-timestamp': timestamp,
      'x-spendscope-signature': signWebhook(target.secret, timestamp, body),
    },
    body,
  });
  const text = await answer.text();
  if (answer.ok) {
    return text ? JSON.parse(text) : undefined;
  }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    throw new Error(`The webhook answered ${answer.status}.`);
  }
  throw new WebhookRefused(answer.status);
}
