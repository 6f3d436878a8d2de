import { setTimeout as wait } from 'node:timers/promises';
import type { Prompt } from '../prompt/buildPrompt';
import { type Completion, type Provider, LlmFault } from './provider';

export interface AskOptions {
  /** ms for one request. */
  timeoutMs: number;
  /** ms for all of it, pauses included: whoever waits behind a proxy must get an answer. */
  withinMs: number;
  /** Called before each request; throws where it must not be made. */
  beforeCall: () => void;
  /** ms of the shortest pause. */
  pauseMs?: number;
}

const attempts = 2;

/**
 * Asks, and once more where that may help: after the pause that the endpoint asks for, or the shortest, and up to half of
 * it more, so that many who failed together do not come back together.
 *
 * @throws LlmFault of the last request, and what `beforeCall` throws
 */
export async function askWithRetry(provider: Provider, prompt: Prompt, options: AskOptions): Promise<Completion> {
  const { timeoutMs, withinMs, beforeCall, pauseMs = 500 } = options;
  const end = performance.now() + withinMs;
  for (let attempt = 1; ; attempt++) {
    beforeCall();
    try {
      const left = Math.max(1, Math.round(end - performance.now()));
      return await provider(prompt, AbortSignal.timeout(Math.min(timeoutMs, left)));
    } catch (error) {
      const fault = error as LlmFault;
      const pause = Math.max(fault.retryAfterMs ?? 0, pauseMs) * (1 + Math.random() / 2);
      if (!(error instanceof LlmFault) || !fault.transient || attempt >= attempts || performance.now() + pause >= end) {
        throw error;
      }
      await wait(pause);
    }
  }
}
