import type { PersonaList } from '@spendscope/contracts';
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
  return {
    list,
    mayWrite: may('personas:write') && (list?.writer.on ?? false) && list?.runId === runId,
    writing,
    write,
  };
}
