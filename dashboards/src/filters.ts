import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { indices } from '@spendscope/contracts';
import { type DataSource, reference } from './dataSources';
import { firstOf } from './facts';
import type { World } from './world';

export interface Filter {
  name: string;
  label: string;
  field: string;
}

const field = indices.transactions.fields;

/** The traits that spend is cut by; each is a dashboard variable of the same name as its field. */
export const spendTraits: readonly Filter[] = [
  { name: 'grade', label: 'Grade', field: field.grade },
  { name: 'age_band', label: 'Age', field: field.age_band },
  { name: 'region', label: 'Region', field: field.region },
  { name: 'sex', label: 'Sex', field: field.sex },
  { name: 'life_stage', label: 'Life stage', field: field.life_stage },
  { name: 'category_large', label: 'Category', field: field.category_large },
  { name: 'channel', label: 'Channel', field: field.channel },
];
const country: Filter = { name: 'country', label: 'Country', field: field.country };

/** Filters of the spend that this data can answer; country stands in where there is no region. */
export function spendFilters({ has }: World): readonly Filter[] {
  const place = firstOf([{ label: 'Region', field: field.region }, country], has.transactions);
  const present = spendTraits.filter((trait) => has.transactions.includes(trait.field));
  return place === country ? [...present, country] : present;
}

/** A multi-value variable over the terms of a field; All is every document, those without the field too. */
export function termsVariable(
  { name, label, field: termsField }: Filter,
  source: DataSource
): dashboard.QueryVariableBuilder {
  return new dashboard.QueryVariableBuilder(name)
    .label(label)
    .datasource(reference(source))
    .query(JSON.stringify({ find: 'terms', field: termsField, size: 100 }))
    .refresh(dashboard.VariableRefresh.OnTimeRangeChanged)
    .sort(dashboard.VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(`* OR (*:* AND NOT _exists_:${termsField})`)
    .current({ selected: true, text: ['All'], value: ['$__all'] });
}

export const adHocFilter = (source: DataSource): dashboard.AdHocVariableBuilder =>
  new dashboard.AdHocVariableBuilder('filters').label('More filters').datasource(reference(source));

/**
 * One Lucene clause per filter, everything without any. All is not `field:*`, which drops documents without the field
 * (see {@link termsVariable}).
 */
export function luceneOf(filters: readonly Filter[]): string {
  return filters.map(({ name, field: termsField }) => `(${termsField}:$${name})`).join(' AND ') || '*';
}
