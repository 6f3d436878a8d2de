import type { FallbackReason, PersonaEntry, PersonaList } from '@spendscope/contracts';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import type { PersonaCard } from './types';

/** Why no language model wrote a text, in a word or two. */
export function reasonText(reason: FallbackReason): string {
  const texts: Record<FallbackReason, string> = {
    off: t('personas.reason.off', 'no key'),
    too_few: t('personas.reason.too_few', 'too few customers'),
    budget: t('personas.reason.budget', 'budget spent'),
    circuit_open: t('personas.reason.circuit_open', 'the model keeps failing'),
    timeout: t('personas.reason.timeout', 'time-out'),
    rate_limited: t('personas.reason.rate_limited', 'too many requests'),
    unreachable: t('personas.reason.unreachable', 'the model is away'),
    refused: t('personas.reason.refused', 'the model refused'),
    check_failed: t('personas.reason.check_failed', 'check failed'),
    not_yet: t('personas.reason.not_yet', 'not written yet'),
  };
  return texts[reason] ?? reason;
}

const providers: Record<string, string> = { gemini: 'Gemini', openai: 'OpenAI API' };

/** A provider as its maker calls it. */
export const providerName = (provider: string | undefined): string | undefined => providers[provider ?? ''] ?? provider;

/** `Gemini model-1 · 3 minutes ago`, `Rule-based · no key` or `Edited by kim · 2 hours ago`. */
export function entrySource(entry: PersonaEntry, provider: string | undefined, now: number): string {
  if (entry.edit) {
    const { by, at, pinned } = entry.edit;
    const age = t('personas.ago', '{{age}} ago', {
      age: formatDurationWords(Math.max(0, now - Date.parse(at)) / 1_000),
    });
    const done =
      entry.source === 'person'
        ? t('personas.source.edited', 'Edited by {{by}}', { by })
        : t('personas.source.pinned', 'Pinned by {{by}}', { by });
    return [done, age, pinned && entry.source === 'person' ? t('personas.source.kept', 'pinned') : '']
      .filter(Boolean)
      .join(' · ');
  }
  if (entry.source === 'model') {
    const age = formatDurationWords(Math.max(0, now - Date.parse(entry.createdAt ?? '')) / 1_000);
    const name = [providerName(provider), entry.model].filter(Boolean).join(' ');
    return entry.createdAt ? `${name} · ${t('personas.ago', '{{age}} ago', { age })}` : name;
  }
  const rules = t('personas.source.rules', 'Rule-based');
  return entry.reason ? `${rules} · ${reasonText(entry.reason)}` : rules;
}

/**
 * The card with the text that a language model wrote for its figures, and with who wrote what it shows. A list of another
 * run says nothing about these figures: the card stays as it is.
 */
export function withText(card: PersonaCard, runId: string, list: PersonaList | undefined, now: number): PersonaCard {
  const entry = list?.items.find(({ cluster, name }) => String(cluster) === card.cluster && name === card.name);
  if (!list || !entry || list.runId !== runId) {
    return card;
  }
  const told = { ...card, source: entrySource(entry, list.writer.provider, now), entry };
  return entry.words
    ? {
        ...told,
        description: entry.words.description,
        strategies: entry.words.strategies,
        byModel: entry.source === 'model',
        stale: entry.edit !== undefined && entry.edit.runId !== runId,
      }
    : told;
}
