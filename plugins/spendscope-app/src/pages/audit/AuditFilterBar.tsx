import { Stack } from '@grafana/ui';
import { auditStages } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { ChoiceFilter } from '../ChoiceFilter';
import { TextFilter } from '../TextFilter';
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
    <TextFilter
      {...{ id: `audit-filter-${name}`, label, width, value: filters[name] }}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const all = t('audit.filter.all', 'all');
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      {text('target', t('audit.filter.target', 'Target'), 22)}
      {text('actor', t('audit.filter.actor', 'Actor'), 16)}
      <ChoiceFilter
        {...{ id: 'audit-filter-action', label: t('audit.filter.action', 'Action'), width: 24, all }}
        options={auditActions()}
        value={filters.action}
        onChange={(action) => onChange({ action })}
      />
      <ChoiceFilter
        {...{ id: 'audit-filter-stage', label: t('audit.filter.stage', 'Stage'), width: 16, all }}
        options={auditStages.map((stage) => ({ value: stage as string, label: stage }))}
        value={filters.stage}
        onChange={(stage) => onChange({ stage })}
      />
      <ChoiceFilter
        {...{ id: 'audit-filter-days', label: t('audit.filter.time', 'Time'), width: 18 }}
        all={t('audit.filter.always', 'since ever')}
        options={spans.map((days) => ({
          value: days,
          label: t('audit.filter.lastDays', 'Last {{count}} days', {
            count: Number(days),
            defaultValue_one: 'Last day',
          }),
        }))}
        value={filters.days}
        onChange={(days) => onChange({ days })}
      />
    </Stack>
  );
}
