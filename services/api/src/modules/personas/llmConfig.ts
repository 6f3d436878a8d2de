/** Who writes persona texts, and how much that may cost. */
export interface LlmConfig {
  provider: 'gemini' | 'openai';
  model: string;
  /** Root address, without a closing slash. */
  url: string;
  /** Sent to that address only; never logged, stored or answered. */
  key: string;
  locale: 'en' | 'ko';
  callsPerRun: number;
  callsPerDay: number;
  tokensPerRun: number;
  tokensPerDay: number;
  /** ms for one request. */
  timeoutMs: number;
}
