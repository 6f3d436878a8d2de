import type { ElasticClient } from '@spendscope/elastic';
import type { ApiMetrics } from '../../http/metrics';
import { PersonaTexts } from './PersonaTexts';
import { PersonaWriter } from './PersonaWriter';
import type { LlmConfig } from './llmConfig';
import { geminiProvider } from './providers/gemini';
import { openAiProvider } from './providers/openAi';

export interface Personas {
  texts: PersonaTexts;
  /** Absent while no language model is configured. */
  writer?: PersonaWriter;
}

export function createPersonas(
  client: ElasticClient,
  config: LlmConfig | undefined,
  metrics: ApiMetrics,
  now: () => Date
): Personas {
  const texts = new PersonaTexts(client);
  if (!config) {
    return { texts };
  }
  const provider = config.provider === 'gemini' ? geminiProvider(config) : openAiProvider(config);
  const counted = (result: string, tokens: number): void => {
    metrics.personaTexts.inc({ result });
    metrics.llmTokens.inc(tokens);
  };
  return { texts, writer: new PersonaWriter({ config, provider, texts, now, counted }) };
}
