import type { Prompt } from '../prompt/buildPrompt';

export interface Completion {
  text: string;
  /** As the endpoint reports it; absent where it does not. */
  tokens?: number;
}

/** An endpoint that writes; one call is one request. @throws LlmFault */
export type Provider = (prompt: Prompt, signal: AbortSignal) => Promise<Completion>;

/** Tokens of an answer, at most; the schema's length caps fit into it with room. */
export const mostAnswerTokens = 1_500;
export const temperature = 0.2;

export type FaultKind = 'timeout' | 'rate_limited' | 'unreachable' | 'refused';

/** Why there is no answer. It never holds what was sent, nor the endpoint's own words, which may repeat the key. */
export class LlmFault extends Error {
  constructor(
    readonly kind: FaultKind,
    /** HTTP status, where there was an answer. */
    readonly status?: number,
    /** ms after which the endpoint asks to come back. */
    readonly retryAfterMs?: number
  ) {
    super(status === undefined ? `The language model: ${kind}.` : `The language model answered ${status}: ${kind}.`);
    this.name = 'LlmFault';
  }

  /** Whether the same request may succeed a moment later. */
  get transient(): boolean {
    return this.kind !== 'refused';
  }
}

export function faultOfStatus(status: number, retryAfterMs?: number): LlmFault {
  const kind = status === 429 ? 'rate_limited' : status >= 500 || status === 408 ? 'unreachable' : 'refused';
  return new LlmFault(kind, status, retryAfterMs);
}

/** What a failed fetch was: its signal ran out, or nothing answered. */
export function faultOfError(error: unknown, signal: AbortSignal): LlmFault {
  return error instanceof LlmFault ? error : new LlmFault(signal.aborted ? 'timeout' : 'unreachable');
}
