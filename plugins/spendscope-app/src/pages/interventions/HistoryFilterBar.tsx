import { Stack } from '@grafana/ui';
import { type ActionDefinition, interventionStates } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { inLanguage, stateWords } from '../../shared/interventions/actionTexts';
import { ChoiceFilter } from '../ChoiceFilter';
import { TextFilter } from '../TextFilter';
import { type HistoryFilters, spans } from './historyFilters';

interface HistoryFilterBarProps {
  filters: HistoryFilters;
  definitions: readonly ActionDefinition[];
  language: string;
  onChange: (changes: HistoryFilters) => void;
}

/** Target, person, action, state and time. Text is searched on Enter or when the field is left. */
export function HistoryFilterBar({ filters, definitions, language, onChange }: HistoryFilterBarProps): JSX.Element {
  const all = t('interventionsPage.filter.all', 'all');
  const text = (name: 'target' | 'actor', label: string, width: number): JSX.Element => (
    <TextFilter
      {...{ id: `history-filter-${name}`, label, width, value: filters[name] }}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const choice = (
    name: 'action' | 'state' | 'days',
    label: string,
    options: { value: string; label: string }[]
  ): JSX.Element => (
    <ChoiceFilter
      {...{ id: `history-filter-${name}`, label, width: 22, all, options, value: filters[name] }}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      {text('target', t('interventionsPage.column.target', 'Target'), 22)}
      {text('actor', t('interventionsPage.column.by', 'Asked by'), 16)}
      {choice(
        'action',
        t('interventionsPage.column.action', 'Action'),
        definitions.map(({ name, label }) => ({ value: name, label: inLanguage(label, language) }))
      )}
      {choice(
        'state',
        t('interventionsPage.column.state', 'State'),
        interventionStates.map((state) => ({ value: state, label: stateWords(state) }))
      )}
      {choice(
        'days',
        t('interventionsPage.filter.time', 'Time'),
        spans.map((days) => ({
          value: days,
          label: t('interventionsPage.filter.last', 'Last {{time}}', {
            time: formatDurationWords(Number(days) * 86_400),
          }),
        }))
      )}
    </Stack>
  );
}
