import type { LlmConfig } from '../llmConfig';
import type { Prompt } from '../prompt/buildPrompt';
import { answerSchema } from './answerSchema';
import { type Provider, faultOfError, faultOfStatus, mostAnswerTokens, temperature } from './provider';
import { retryDelayIn } from './retryAfter';

/** What one request of Google's client says, for who wants to read it; a test holds it against what the client sends. */
export const geminiBody = ({ system, user }: Prompt): Record<string, unknown> => ({
  contents: [{ parts: [{ text: user }], role: 'user' }],
  systemInstruction: { parts: [{ text: system }], role: 'user' },
  generationConfig: {
    temperature,
    maxOutputTokens: mostAnswerTokens,
    responseMimeType: 'application/json',
    responseJsonSchema: answerSchema,
  },
});

/** Google's Gemini by its own client, which is loaded with the first request: most servers never make one. */
export function geminiProvider({ url, key, model }: Pick<LlmConfig, 'url' | 'key' | 'model'>): Provider {
  return async ({ system, user }, signal) => {
    const { ApiError, GoogleGenAI } = await import('@google/genai');
    // Spelled out, so that no variable of the environment sends the key elsewhere.
    const client = new GoogleGenAI({ apiKey: key, vertexai: false, httpOptions: { baseUrl: url } });
    try {
      const answer = await client.models.generateContent({
        model,
        contents: user,
        config: {
          systemInstruction: system,
          temperature,
          maxOutputTokens: mostAnswerTokens,
          responseMimeType: 'application/json',
          responseJsonSchema: answerSchema,
          abortSignal: signal,
        },
      });
      const tokens = answer.usageMetadata?.totalTokenCount;
      return { text: answer.text ?? '', ...(tokens === undefined ? {} : { tokens }) };
    } catch (error) {
      throw error instanceof ApiError && !signal.aborted
        ? faultOfStatus(error.status, retryDelayIn(error.message))
        : faultOfError(error, signal);
    }
  };
}
