import type { ElasticClient } from '@spendscope/elastic';
import type { ApiMetrics } from '../../http/metrics';
import { PersonaEdits } from './PersonaEdits';
import { PersonaTexts } from './PersonaTexts';
import { PersonaWriter } from './PersonaWriter';
import type { LlmConfig } from './llmConfig';
import { geminiProvider } from './providers/gemini';
import { openAiProvider } from './providers/openAi';

export interface Personas {
  texts: PersonaTexts;
  edits: PersonaEdits;
  /** Absent while no language model is configured. */
  writer?: PersonaWriter;
}

export function createPersonas(
  client: ElasticClient,
  config: LlmConfig | undefined,
  metrics: ApiMetrics,
  now: () => Date
): Personas {
  const kept = { texts: new PersonaTexts(client), edits: new PersonaEdits(client) };
  if (!config) {
    return kept;
  }
  const provider = config.provider === 'gemini' ? geminiProvider(config) : openAiProvider(config);
  const counted = (result: string, tokens: number): void => {
    metrics.personaTexts.inc({ result });
    metrics.llmTokens.inc(tokens);
  };
  return { ...kept, writer: new PersonaWriter({ config, provider, texts: kept.texts, now, counted }) };
}
