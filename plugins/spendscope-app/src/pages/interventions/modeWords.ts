import type { InterventionMode } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';

export function modeWords(mode: InterventionMode): string {
  const words: Record<InterventionMode, string> = {
    enforce: t('controls.mode.enforce', 'Enforcing'),
    observe: t('controls.mode.observe', 'Observing'),
    readonly: t('controls.mode.readonly', 'Read-only'),
  };
  return words[mode];
}

/** What a mode means for whoever acts. */
export function modeEffect(mode: InterventionMode): string {
  const words: Record<InterventionMode, string> = {
    enforce: t('controls.effect.enforce', 'Acts are carried out.'),
    observe: t('controls.effect.observe', 'Acts are recorded, and nothing is done to customers.'),
    readonly: t('controls.effect.readonly', 'Nothing can be asked for, decided or released.'),
  };
  return words[mode];
}
