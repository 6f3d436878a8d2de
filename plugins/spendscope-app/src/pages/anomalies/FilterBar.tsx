import { Button, Combobox, InlineField, InlineSwitch, Input, Stack } from '@grafana/ui';
import { anomalyFloor, anomalyThreshold } from '@spendscope/contracts';
import type { JSX } from 'react';
import type { DataSpan } from '../../shared/data/dataSpan';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { TextFilter } from '../TextFilter';
import { type AnomalyFilters, hoursOf, ranges } from './anomalyFilters';

interface FilterBarProps {
  filters: AnomalyFilters;
  onChange: (changes: Record<string, string | undefined>) => void;
  onReload: () => void;
  loading: boolean;
  span: DataSpan;
}

const rangeOptions = (span: DataSpan): { value: number; label: string }[] => {
  const last = ranges.map((hours) => {
    const time = formatDurationWords(hours * 3600);
    return {
      value: hours as number,
      label:
        span.kind === 'past'
          ? t('triage.lastOfData', 'Last {{time}} of the data', { time })
          : t('triage.last', 'Last {{time}}', { time }),
    };
  });
  return span.kind === 'past' ? [...last, { value: hoursOf(span), label: t('triage.all', 'All of the data') }] : last;
};

const scores = [anomalyFloor, 0.6, 0.7, anomalyThreshold, 0.9, 0.95, 0.99];

export function FilterBar({ filters, onChange, onReload, loading, span }: FilterBarProps): JSX.Element {
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
          width={28}
          options={rangeOptions(span)}
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
      <TextFilter
        id="spendscope-customer"
        label={t('triage.customer', 'Customer')}
        width={20}
        value={filters.user}
        placeholder={t('triage.token', 'Token')}
        onChange={(user) => onChange({ user })}
      />
      <InlineSwitch
        id="spendscope-suppressed"
        label={t('triage.suppressed', 'Suppressed too')}
        showLabel
        transparent
        value={filters.suppressed}
        onChange={({ currentTarget }) => onChange({ suppressed: currentTarget.checked ? 'true' : undefined })}
      />
      <Button variant="secondary" icon="sync" disabled={loading} onClick={onReload}>
        {t('triage.reload', 'Refresh')}
      </Button>
    </Stack>
  );
}
