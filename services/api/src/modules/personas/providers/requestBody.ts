import type { LlmConfig } from '../llmConfig';
import type { Prompt } from '../prompt/buildPrompt';
import { geminiBody } from './gemini';
import { openAiBody } from './openAi';

/** The body of the one request that a prompt becomes, exactly as the configured endpoint gets it. */
export const requestBody = (
  { provider, model }: Pick<LlmConfig, 'provider' | 'model'>,
  prompt: Prompt
): Record<string, unknown> => (provider === 'gemini' ? geminiBody(prompt) : openAiBody(model, prompt));
