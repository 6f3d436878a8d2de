import { Combobox, InlineField, Input, Stack } from '@grafana/ui';
import { type ActionDefinition, interventionStates } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { inLanguage, stateWords } from '../../shared/interventions/actionTexts';
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
    <InlineField label={label} transparent>
      <Input
        id={`history-filter-${name}`}
        width={width}
        key={filters[name]}
        defaultValue={filters[name]}
        onBlur={(event) => onChange({ [name]: event.currentTarget.value.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && onChange({ [name]: event.currentTarget.value.trim() })}
      />
    </InlineField>
  );
  const choice = (
    name: 'action' | 'state' | 'days',
    label: string,
    options: { value: string; label: string }[]
  ): JSX.Element => (
    <InlineField label={label} transparent>
      <Combobox
        id={`history-filter-${name}`}
        width={22}
        isClearable
        placeholder={all}
        options={options}
        value={filters[name] ?? null}
        onChange={(option) => onChange({ [name]: option?.value })}
      />
    </InlineField>
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
