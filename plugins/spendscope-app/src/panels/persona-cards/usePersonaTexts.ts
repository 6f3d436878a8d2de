import type { PersonaEntry, PersonaList, PersonaRatingRequest, PersonaWords } from '@spendscope/contracts';
import { useCallback, useState } from 'react';
import { ApiError } from '../../shared/api/apiError';
import { newIdempotencyKey } from '../../shared/api/newIdempotencyKey';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { useActions } from '../../shared/interventions/useActions';
import { reasonText } from './textSource';
import type { PersonaCard } from './types';

export interface PersonaTexts {
  /** What the API says of texts; absent while it has said nothing. */
  list?: PersonaList;
  /** Whether this person may have a text written anew, and there is a model to do it. */
  mayWrite: boolean;
  /** Clusters whose text is being written. */
  writing: ReadonlySet<string>;
  /** Has the text written; resolves to a sentence on what became of it. */
  write: (card: PersonaCard) => Promise<string>;
  /** Whether this person may edit, pin and rate the texts of this run. */
  mayEdit: boolean;
  /** Lets these words stand; rejects with an ApiError. */
  save: (card: PersonaCard, words: PersonaWords, pinned: boolean) => Promise<PersonaEntry>;
  /** Lets the original stand again; rejects with an ApiError. */
  restore: (card: PersonaCard) => Promise<PersonaEntry>;
  /** Resolves to a sentence where it could not be kept. */
  rate: (card: PersonaCard, rating: PersonaRatingRequest['rating']) => Promise<string>;
}

/** A new run's texts come one by one, within minutes. */
const askEveryMs = 60_000;

/** The texts that a language model wrote, beside the segments; without the API the cards show what the data says. */
export function usePersonaTexts(runId: string): PersonaTexts {
  const { value: list, refresh } = usePolling(spendscopeApi.personas, { intervalMs: askEveryMs });
  const { may } = useActions();
  const [writing, setWriting] = useState<ReadonlySet<string>>(new Set());
  const write = useCallback(
    async ({ cluster, title: name }: PersonaCard): Promise<string> => {
      setWriting((before) => new Set(before).add(cluster));
      try {
        const { source, reason, detail } = await spendscopeApi.regeneratePersona(cluster, runId, newIdempotencyKey());
        await refresh();
        return source === 'model'
          ? t('personas.written', 'The text of {{name}} was written anew', { name })
          : [
              t('personas.notWritten', 'The text of {{name}} stays: {{reason}}', {
                name,
                reason: reason ? reasonText(reason) : '',
              }),
              detail,
            ]
              .filter(Boolean)
              .join('. ');
      } catch (error) {
        return error instanceof ApiError ? error.message : String(error);
      } finally {
        setWriting((before) => new Set([...before].filter((one) => one !== cluster)));
      }
    },
    [runId, refresh]
  );
  const refreshed = useCallback(
    async (change: Promise<PersonaEntry>): Promise<PersonaEntry> => {
      const entry = await change;
      await refresh();
      return entry;
    },
    [refresh]
  );
  const save = useCallback(
    ({ cluster, entry }: PersonaCard, words: PersonaWords, pinned: boolean) =>
      refreshed(spendscopeApi.editPersona(cluster, { runId, words, pinned }, entry?.edit?.etag)),
    [runId, refreshed]
  );
  const restore = useCallback(
    ({ cluster, entry }: PersonaCard) =>
      refreshed(spendscopeApi.restorePersona(cluster, runId, entry?.edit?.etag ?? '', newIdempotencyKey())),
    [runId, refreshed]
  );
  const rate = useCallback(
    async ({ cluster, entry }: PersonaCard, rating: PersonaRatingRequest['rating']): Promise<string> => {
      try {
        const textHash = entry?.textHash ?? '';
        await refreshed(spendscopeApi.ratePersona(cluster, { runId, textHash, rating }, newIdempotencyKey()));
        return '';
      } catch (error) {
        return error instanceof ApiError ? error.message : String(error);
      }
    },
    [runId, refreshed]
  );
  const mayEdit = may('personas:write') && list?.runId === runId;
  return {
    list,
    mayEdit,
    save,
    restore,
    rate,
    mayWrite: mayEdit && (list?.writer.on ?? false),
    writing,
    write,
  };
}
