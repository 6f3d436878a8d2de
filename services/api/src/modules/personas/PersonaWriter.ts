import type { FallbackReason, PersonaText, PersonaWriterState } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';
import { sha256 } from '../audit/chain';
import { CircuitBreaker, CircuitOpen } from '../connectors/CircuitBreaker';
import { Budget, BudgetSpent } from './Budget';
import type { PersonaTexts } from './PersonaTexts';
import { checkAnswer } from './check/checkAnswer';
import type { LlmConfig } from './llmConfig';
import type { PersonaSubject } from './personaSubjects';
import { type Prompt, buildPrompt, promptVersion } from './prompt/buildPrompt';
import { leastCustomers } from './prompt/personaFacts';
import { answerSchema } from './providers/answerSchema';
import { askWithRetry } from './providers/askWithRetry';
import { type Completion, LlmFault, type Provider, mostAnswerTokens } from './providers/provider';
import { requestBody } from './providers/requestBody';

/** Behind Grafana's proxy nobody waits longer than 30 s. */
const withinMs = 28_000;
const failuresThatOpen = 3;
const openForMs = 300_000;

export interface WriterParts {
  config: LlmConfig;
  provider: Provider;
  texts: PersonaTexts;
  now: () => Date;
  /** Hears of each try. */
  counted?: (result: string, tokens: number) => void;
  /** ms of the shortest pause before asking again. */
  pauseMs?: number;
}

/**
 * Has persona texts written: within budget, by one request at a time, none while the endpoint keeps failing, and none that
 * was written before. Every try is kept with what became of it; whatever fails leaves the text of the rules.
 */
export class PersonaWriter {
  private readonly circuit: CircuitBreaker;
  private readonly flights = new Map<string, Promise<PersonaText>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: WriterParts) {
    this.circuit = new CircuitBreaker('The language model', () => parts.now().getTime(), failuresThatOpen, openForMs);
  }

  promptFor({ facts }: PersonaSubject): Prompt & { hash: string } {
    const { provider, model, locale } = this.parts.config;
    const prompt = buildPrompt(facts, locale);
    return { ...prompt, hash: sha256(canonicalize({ ...prompt, promptVersion, provider, model, answerSchema })) };
  }

  /** All that would be sent for the cluster, and where it is kept under. */
  payloadFor(subject: PersonaSubject): Prompt & { hash: string; body: Record<string, unknown> } {
    const prompt = this.promptFor(subject);
    return { ...prompt, body: requestBody(this.parts.config, prompt) };
  }

  async state(): Promise<PersonaWriterState> {
    const { provider, model, locale, callsPerDay, tokensPerDay } = this.parts.config;
    const { calls, tokens } = await this.parts.texts.usage({ since: this.today() });
    const today = { calls, callsPerDay, tokens, tokensPerDay };
    return { on: true, provider, model, locale, circuit: this.circuit.state, today };
  }

  /** Has the text written now, also where there is one; who asks while it is being written gets the same. */
  write(subject: PersonaSubject, by: string): Promise<PersonaText> {
    const { hash } = this.promptFor(subject);
    const running = this.flights.get(hash);
    if (running) {
      return running;
    }
    // One after the other: two at once would both see the budget that only one of them may spend.
    const flight = this.last.then(() => this.attempt(subject, by)).finally(() => this.flights.delete(hash));
    this.last = flight.catch(() => undefined);
    this.flights.set(hash, flight);
    return flight;
  }

  private async attempt(subject: PersonaSubject, by: string): Promise<PersonaText> {
    const { config, texts, now } = this.parts;
    const { segment } = subject;
    const { hash, ...prompt } = this.promptFor(subject);
    const budget = new Budget(
      config,
      await texts.usage({ runId: segment.run_id }),
      await texts.usage({ since: this.today() })
    );
    const text = (outcome: Pick<PersonaText, 'source' | 'reason' | 'detail' | 'text'>): PersonaText => ({
      run_id: segment.run_id,
      cluster: segment.cluster,
      name: segment.name,
      locale: config.locale,
      prompt_hash: hash,
      prompt_version: promptVersion,
      provider: config.provider,
      model: config.model,
      ...outcome,
      calls: budget.calls,
      tokens: budget.tokens,
      by,
      created_at: now().toISOString(),
    });
    const kept = text(await this.outcome(prompt, subject, budget));
    this.parts.counted?.(kept.reason ?? 'written', kept.tokens);
    await texts.keep(kept);
    return kept;
  }

  private async outcome(
    prompt: Prompt,
    { segment, facts }: PersonaSubject,
    budget: Budget
  ): Promise<Pick<PersonaText, 'source' | 'reason' | 'detail' | 'text'>> {
    if (segment.size < leastCustomers) {
      return { source: 'rules', reason: 'too_few' };
    }
    try {
      // Before the circuit, which takes whatever is thrown inside for a failure of the endpoint.
      budget.require(mostTokens(prompt));
      const { text } = await this.circuit.run(() => this.ask(prompt, budget));
      const checked = checkAnswer(text, facts);
      return checked.ok
        ? { source: 'model', text: checked.words }
        : { source: 'rules', reason: 'check_failed', detail: checked.found };
    } catch (error) {
      return { source: 'rules', reason: reasonOf(error) };
    }
  }

  private async ask(prompt: Prompt, budget: Budget): Promise<Completion> {
    const { provider, config, pauseMs } = this.parts;
    const most = mostTokens(prompt);
    const completion = await askWithRetry(provider, prompt, {
      timeoutMs: config.timeoutMs,
      withinMs,
      pauseMs,
      beforeCall: () => budget.take(most),
    });
    const estimate = most - mostAnswerTokens + Math.ceil(completion.text.length / charactersPerToken);
    budget.settle(most, completion.tokens ?? estimate);
    return completion;
  }

  /** Midnight, UTC. */
  private today(): Date {
    return new Date(Math.floor(this.parts.now().getTime() / 86_400_000) * 86_400_000);
  }
}

/** Rather too few than too many: a token is about four letters of English, and one or two of Korean. */
const charactersPerToken = 3;

/** What one request may cost. */
const mostTokens = ({ system, user }: Prompt): number =>
  mostAnswerTokens +
  Math.ceil((system.length + user.length + JSON.stringify(answerSchema).length) / charactersPerToken);

function reasonOf(error: unknown): FallbackReason {
  if (error instanceof BudgetSpent) {
    return 'budget';
  }
  if (error instanceof CircuitOpen) {
    return 'circuit_open';
  }
  if (error instanceof LlmFault) {
    return error.kind;
  }
  throw error;
}
