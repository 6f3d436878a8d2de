import { randomUUID } from 'node:crypto';
import { type PersonaText, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { newestFirst, reading } from '../../elastic/reading';
import type { Usage } from './Budget';

const { name: index, fields } = indices.personaTexts;
const mostTexts = 500;

const sum = (field: string): { sum: { field: string } } => ({ sum: { field } });

/** Every try to have a text written, failed ones too: a cache, a memory of what was spent, and a record of what left. */
export class PersonaTexts {
  constructor(private readonly client: ElasticClient) {}

  /** The newest text by a model for each hash, else the newest failed try. */
  async newest(hashes: readonly string[]): Promise<Map<string, PersonaText>> {
    const { hits } = await this.client.search<PersonaText>({
      ...reading(indices.personaTexts),
      size: mostTexts,
      sort: newestFirst(fields.created_at),
      query: { terms: { [fields.prompt_hash]: [...hashes] } },
    });
    const found = new Map<string, PersonaText>();
    for (const { _source } of hits.hits) {
      const known = found.get(_source!.prompt_hash);
      if (!known || (known.source === 'rules' && _source!.source === 'model')) {
        found.set(_source!.prompt_hash, _source!);
      }
    }
    return found;
  }

  /** What was spent since an instant, or on a run. */
  async usage(of: { since: Date } | { runId: string }): Promise<Usage> {
    const filter =
      'since' in of
        ? { range: { [fields.created_at]: { gte: of.since.toISOString() } } }
        : { term: { [fields.run_id]: of.runId } };
    const { aggregations } = await this.client.search<unknown, Record<keyof Usage, { value: number }>>({
      ...reading(indices.personaTexts),
      size: 0,
      query: filter,
      aggs: { calls: sum(fields.calls), tokens: sum(fields.tokens) },
    });
    return { calls: aggregations?.calls.value ?? 0, tokens: aggregations?.tokens.value ?? 0 };
  }

  /** A try that sent nothing replaces the one before it: it says only how things stand. */
  async keep(text: PersonaText): Promise<void> {
    const id = text.calls > 0 ? randomUUID() : `${text.prompt_hash}-${text.reason}`;
    await this.client.index({ index, id, document: text, refresh: true });
  }
}
