import { dateTimeFormat } from '@grafana/data';
import { t } from '../../../shared/i18n/t';
import { stateWords } from '../../../shared/interventions/actionTexts';
import type { ActMark } from './historyOf';

/** When, what, by whom and what became of it; and that it was after the data's end. */
export function actWords({ time, intervention, beyond }: ActMark, action: string): string {
  const words = `${dateTimeFormat(time, { format: 'YYYY-MM-DD HH:mm' })}: ${action}, ${intervention.requested_by.login}, ${stateWords(intervention.state)}`;
  return beyond ? t('customer.history.beyond', '{{words}} (after the end of the data)', { words }) : words;
}
