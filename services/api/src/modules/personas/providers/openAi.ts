import Type from 'typebox';
import Value from 'typebox/value';
import type { LlmConfig } from '../llmConfig';
import type { Prompt } from '../prompt/buildPrompt';
import { answerSchema } from './answerSchema';
import { type Completion, LlmFault, type Provider, faultOfError, faultOfStatus, mostAnswerTokens, temperature } from './provider'; // prettier-ignore
import { readBounded } from './readBounded';
import { retryAfterOf } from './retryAfter';

const Answer = Type.Object({
  choices: Type.Array(Type.Object({ message: Type.Object({ content: Type.String() }) }), { minItems: 1 }),
  usage: Type.Optional(Type.Object({ total_tokens: Type.Number() })),
});

/** What one request says; the key is not part of it. */
export const openAiBody = (model: string, { system, user }: Prompt): Record<string, unknown> => ({
  model,
  temperature,
  max_tokens: mostAnswerTokens,
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ],
  response_format: { type: 'json_schema', json_schema: { name: 'persona', schema: answerSchema } },
});

/** Any endpoint that speaks OpenAI's chat completions. Redirects are not followed: the key goes to one address only. */
export function openAiProvider({ url, key, model }: Pick<LlmConfig, 'url' | 'key' | 'model'>): Provider {
  return async (prompt, signal) => {
    try {
      const answer = await fetch(`${url}/chat/completions`, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify(openAiBody(model, prompt)),
      });
      if (!answer.ok) {
        await answer.body?.cancel();
        throw faultOfStatus(answer.status, retryAfterOf(answer.headers.get('retry-after')));
      }
      return completionOf(await readBounded(answer));
    } catch (error) {
      throw faultOfError(error, signal);
    }
  };
}

/** @throws LlmFault where the body is no completion */
function completionOf(body: string): Completion {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new LlmFault('refused', 200);
  }
  if (!Value.Check(Answer, parsed)) {
    throw new LlmFault('refused', 200);
  }
  const { choices, usage } = parsed;
  return { text: choices[0]!.message.content, ...(usage ? { tokens: usage.total_tokens } : {}) };
}
