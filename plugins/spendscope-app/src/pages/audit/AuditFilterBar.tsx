import { Combobox, InlineField, Input, Stack } from '@grafana/ui';
import { auditStages } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import type { AuditFilters } from './auditFilters';
import { auditActions } from './auditWords';

interface AuditFilterBarProps {
  filters: AuditFilters;
  onChange: (changes: AuditFilters) => void;
}

const spans = ['1', '3', '30'];

/** Actor, action, target, stage and time. Text is searched on Enter or when the field is left. */
export function AuditFilterBar({ filters, onChange }: AuditFilterBarProps): JSX.Element {
  const text = (name: 'actor' | 'target', label: string, width: number): JSX.Element => (
    <InlineField label={label} transparent>
      <Input
        id={`audit-filter-${name}`}
        width={width}
        key={filters[name]}
        defaultValue={filters[name]}
        onBlur={(event) => onChange({ [name]: event.currentTarget.value.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && onChange({ [name]: event.currentTarget.value.trim() })}
      />
    </InlineField>
  );
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      {text('target', t('audit.filter.target', 'Target'), 22)}
      {text('actor', t('audit.filter.actor', 'Actor'), 16)}
      <InlineField label={t('audit.filter.action', 'Action')} transparent>
        <Combobox
          id="audit-filter-action"
          width={24}
          isClearable
          placeholder={t('audit.filter.all', 'all')}
          options={auditActions()}
          value={filters.action ?? null}
          onChange={(option) => onChange({ action: option?.value })}
        />
      </InlineField>
      <InlineField label={t('audit.filter.stage', 'Stage')} transparent>
        <Combobox
          id="audit-filter-stage"
          width={16}
          isClearable
          placeholder={t('audit.filter.all', 'all')}
          options={auditStages.map((stage) => ({ value: stage as string, label: stage }))}
          value={filters.stage ?? null}
          onChange={(option) => onChange({ stage: option?.value })}
        />
      </InlineField>
      <InlineField label={t('audit.filter.time', 'Time')} transparent>
        <Combobox
          id="audit-filter-days"
          width={18}
          isClearable
          placeholder={t('audit.filter.always', 'since ever')}
          options={spans.map((days) => ({
            value: days,
            label: t('audit.filter.lastDays', 'Last {{count}} days', {
              count: Number(days),
              defaultValue_one: 'Last day',
            }),
          }))}
          value={filters.days ?? null}
          onChange={(option) => onChange({ days: option?.value })}
        />
      </InlineField>
    </Stack>
  );
}
