import type { TObject, TProperties } from 'typebox';
import { type FieldNames, type MappingProperty, fieldsOf, mappingOf } from './mapping';

/** How documents are spread over physical indices. */
export type IndexLayout =
  /** one index of exactly this name */
  | 'single'
  /** `NAME-YYYY.MM` by the document's time, in UTC */
  | 'monthly'
  /** `NAME-RUNID`, read through the alias NAME that flips to the newest complete run */
  | 'run';

export interface IndexDefinition {
  readonly name: string;
  readonly layout: IndexLayout;
  /** Counts up when the mapping changes; the installed template carries it. */
  readonly version: number;
  /** What to ask to read every document: an alias, a name, or a pattern for monthly indices. */
  readonly readAs: string;
  /** What an index template has to match. */
  readonly pattern: string;
  readonly description: string;
  readonly document: TObject;
  readonly mapping: Record<string, MappingProperty>;
  /** Whether a Grafana user may query it: true only for what is tokenised. */
  readonly grafanaReads: boolean;
}

/** A definition that knows its document: field names are checked by the compiler. */
export interface DocumentIndex<Properties extends TProperties> extends IndexDefinition {
  readonly document: TObject<Properties>;
  readonly fields: FieldNames<Properties>;
}

interface IndexInput<Properties extends TProperties> {
  name: string;
  layout: IndexLayout;
  version: number;
  description: string;
  grafanaReads: boolean;
  document: TObject<Properties>;
}

const patterns: Record<IndexLayout, (name: string) => string> = {
  single: (name) => name,
  monthly: (name) => `${name}-*`,
  run: (name) => `${name}-run-*`,
};

export function defineIndex<Properties extends TProperties>(input: IndexInput<Properties>): DocumentIndex<Properties> {
  const pattern = patterns[input.layout](input.name);
  return {
    ...input,
    pattern,
    readAs: input.layout === 'monthly' ? pattern : input.name,
    fields: fieldsOf(input.document),
    mapping: mappingOf(input.document),
  };
}

/** The physical index of a monthly document, e.g. `…-2026.11`. */
export function monthlyIndex(index: IndexDefinition, instant: Date): string {
  return `${index.name}-${instant.getUTCFullYear()}.${String(instant.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** The physical index that holds one run, e.g. `…-run-20261121t0300-ab12`. */
export function runIndex(index: IndexDefinition, runId: string): string {
  return `${index.name}-run-${runId}`;
}

/**
 * Where documents of the index `name` lie that an upgrade copied into the form of a version, e.g. `spendscope-v3-anomalies`;
 * `name` is then an alias. The version stands in front, so that no pattern of monthly indices or runs reads it twice.
 */
export function backingIndex(name: string, version: number | '*'): string {
  return name.replace(/^spendscope-/, `spendscope-v${version}-`);
}

/** The name that programs know a physical index by: what `backingIndex` was given, or the index itself. */
export function publicName(physical: string): string {
  return physical.replace(/^spendscope-v\d+-/, 'spendscope-');
}
