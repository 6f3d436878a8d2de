import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { type DataSource, dataSources, reference } from './dataSources';
import { firstOf } from './facts';
import type { World } from './world';

export interface Filter {
  name: string;
  label: string;
  field: string;
}

const { transactions } = dataSources;
const field = transactions.index.fields;
const person = dataSources.customers.index.fields;
/** Traits that a customer's own document has under the same name. */
const customerTraits: readonly string[] = [person.grade, person.age_band, person.region, person.sex, person.life_stage, person.card_product]; // prettier-ignore

/** The traits that spend is cut by; each is a dashboard variable of the same name as its field. */
export const spendTraits: readonly Filter[] = [
  { name: 'grade', label: 'Grade', field: field.grade },
  { name: 'age_band', label: 'Age', field: field.age_band },
  { name: 'region', label: 'Region', field: field.region },
  { name: 'sex', label: 'Sex', field: field.sex },
  { name: 'life_stage', label: 'Life stage', field: field.life_stage },
  { name: 'category_large', label: 'Category', field: field.category_large },
  { name: 'channel', label: 'Channel', field: field.channel },
  { name: 'card_product', label: 'Card product', field: field.card_product },
];
const quarter: Filter = { name: 'quarter', label: 'Quarter', field: field.quarter };
const country: Filter = { name: 'country', label: 'Country', field: field.country };

/** Filters of the spend that this data can answer; country stands in where there is no region. */
export function spendFilters({ has }: World): readonly Filter[] {
  const place = firstOf([{ label: 'Region', field: field.region }, country], has.transactions);
  const present = spendTraits.filter((trait) => has.transactions.includes(trait.field));
  return [quarter, ...present, ...(place === country ? [country] : [])];
}

/** With or without orders far off their customer's own median; see `own_outlier` of the contract. */
const outliers = new dashboard.CustomVariableBuilder('outliers')
  .label('Outliers')
  .values(`in : *,out : (*:* AND NOT ${field.own_outlier}:true)`)
  .current({ selected: true, text: 'in', value: '*' });

/** What panels of spend ask for, by what they ask. */
export interface SpendScope {
  world: World;
  /** Lucene over transactions */
  filter: string;
  /** Lucene over customers: the filters by traits that customers have themselves */
  people: string;
}

/** Gives a dashboard the filters that all dashboards of spend share, so that links between them keep what was chosen. */
export function withSpendFilters(
  board: dashboard.DashboardBuilder,
  world: World,
  chosen: Readonly<Record<string, readonly string[]>> = {}
): SpendScope {
  const filters = spendFilters(world);
  for (const filter of filters) {
    const variable = termsVariable(filter, transactions);
    const values = chosen[filter.name];
    board.withVariable(values ? variable.current({ selected: true, text: [...values], value: [...values] }) : variable);
  }
  board.withVariable(outliers).withVariable(adHocFilter(transactions));
  const ofPeople = filters.filter(({ field: name }) => customerTraits.includes(name));
  return { world, filter: `${luceneOf(filters)} AND (\${outliers:raw})`, people: luceneOf(ofPeople) };
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
