import { Button, Combobox, InlineField, Input, Stack } from '@grafana/ui';
import { anomalyFloor, anomalyThreshold } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { type AnomalyFilters, ranges } from './anomalyFilters';

interface FilterBarProps {
  filters: AnomalyFilters;
  onChange: (changes: Record<string, string | undefined>) => void;
  onReload: () => void;
  loading: boolean;
}

const scores = [anomalyFloor, 0.6, 0.7, anomalyThreshold, 0.9, 0.95, 0.99];

export function FilterBar({ filters, onChange, onReload, loading }: FilterBarProps): JSX.Element {
  return (
    <Stack direction="row" wrap="wrap" gap={1} alignItems="center">
      <InlineField label={t('triage.score', 'Score')} transparent>
        <Combobox
          id="spendscope-score"
          width={14}
          options={scores.map((score) => ({ value: score, label: `≥ ${score.toFixed(2)}` }))}
          value={filters.minScore}
          onChange={({ value }) => onChange({ score: String(value) })}
        />
      </InlineField>
      <InlineField label={t('triage.time', 'Time')} transparent>
        <Combobox
          id="spendscope-hours"
          width={20}
          options={ranges.map((hours) => ({
            value: hours as number,
            label: t('triage.last', 'Last {{time}}', { time: formatDurationWords(hours * 3600) }),
          }))}
          value={filters.hours}
          onChange={({ value }) => onChange({ hours: String(value) })}
        />
      </InlineField>
      <InlineField label={t('triage.country', 'Country')} transparent>
        <Input
          id="spendscope-country"
          width={10}
          maxLength={2}
          key={filters.country}
          defaultValue={filters.country}
          placeholder={t('triage.any', 'any')}
          onChange={(event) => {
            const country = event.currentTarget.value.toUpperCase();
            if (country === '' || /^[A-Z]{2}$/.test(country)) {
              onChange({ country });
            }
          }}
        />
      </InlineField>
      <InlineField label={t('triage.customer', 'Customer')} transparent>
        <Input
          id="spendscope-customer"
          width={20}
          key={filters.user}
          defaultValue={filters.user}
          placeholder={t('triage.token', 'Token')}
          onBlur={(event) => onChange({ user: event.currentTarget.value.trim() })}
          onKeyDown={(event) => event.key === 'Enter' && onChange({ user: event.currentTarget.value.trim() })}
        />
      </InlineField>
      <Button variant="secondary" icon="sync" disabled={loading} onClick={onReload}>
        {t('triage.reload', 'Refresh')}
      </Button>
    </Stack>
  );
}
