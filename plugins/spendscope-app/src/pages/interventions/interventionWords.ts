import type { ActionDefinition, ActionName, Intervention } from '@spendscope/contracts';
import { formatDurationShort } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { durationWords, inLanguage } from '../../shared/interventions/actionTexts';

/** The action’s own label, or its name where the service no longer has it. */
export const actionLabel = (action: ActionName, definitions: readonly ActionDefinition[], language: string): string => {
  const definition = definitions.find(({ name }) => name === action);
  return definition ? inLanguage(definition.label, language) : action;
};

/** “Lock account for 24 hours”. */
export const requestTitle = (
  { action, duration_sec: seconds }: Pick<Intervention, 'action' | 'duration_sec'>,
  definitions: readonly ActionDefinition[],
  language: string
): string =>
  t('interventionsPage.request', '{{verb}} {{time}}', {
    verb: actionLabel(action, definitions, language),
    time: durationWords(seconds),
  });

/** Time left until an instant, in few characters; nothing is left of what is over. */
export function timeLeft(until: number, now: number): string {
  const seconds = (until - now) / 1_000;
  return seconds <= 0
    ? t('interventionsPage.over', 'over')
    : t('interventionsPage.left', '{{time}} left', { time: formatDurationShort(seconds) });
}
