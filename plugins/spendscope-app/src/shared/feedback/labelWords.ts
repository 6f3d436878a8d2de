import type { BadgeColor, IconName } from '@grafana/ui';
import type { Label } from '@spendscope/contracts';
import { t } from '../i18n/t';

export type Verdict = Label['label'];

export const verdicts: readonly Verdict[] = ['true_positive', 'false_positive', 'unsure'];

export function verdictWords(verdict: Verdict): string {
  const words: Record<Verdict, string> = {
    true_positive: t('feedback.verdict.true_positive', 'True positive'),
    false_positive: t('feedback.verdict.false_positive', 'False positive'),
    unsure: t('feedback.verdict.unsure', 'Unsure'),
  };
  return words[verdict];
}

/** What a verdict means, for whoever has to choose one. */
export function verdictMeaning(verdict: Verdict): string {
  const words: Record<Verdict, string> = {
    true_positive: t('feedback.meaning.true_positive', 'It was fraud or abuse'),
    false_positive: t('feedback.meaning.false_positive', 'The customer did it, and it is fine'),
    unsure: t('feedback.meaning.unsure', 'Looked at, cannot tell'),
  };
  return words[verdict];
}

export const verdictLooks: Record<Verdict, { color: BadgeColor; icon: IconName }> = {
  true_positive: { color: 'red', icon: 'exclamation-circle' },
  false_positive: { color: 'green', icon: 'check-circle' },
  unsure: { color: 'darkgrey', icon: 'question-circle' },
};
