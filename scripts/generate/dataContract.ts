import { type IndexDefinition, type MappingProperty, allIndices } from '@spendscope/contracts';
import type { TObject, TSchema } from 'typebox';

const layouts: Record<IndexDefinition['layout'], string> = {
  single: 'one index',
  monthly: 'one index a month (UTC)',
  run: 'one index a run, read through an alias that flips to the newest complete run',
};

interface Described {
  description?: string;
  properties?: Record<string, Described>;
  items?: Described;
  enum?: string[];
}

function rows(mapping: Record<string, MappingProperty>, schema: Described, required: string[], prefix = ''): string[] {
  return Object.entries(mapping).flatMap(([name, property]) => {
    const declared = schema.properties?.[name] ?? {};
    const inner = declared.items ?? declared;
    if (property.properties) {
      return rows(property.properties, inner, (inner as TObject).required ?? [], `${prefix}${name}.`);
    }
    const values = inner.enum ? `one of ${inner.enum.join(', ')}` : '';
    const meaning = [declared.description ?? inner.description, values].filter(Boolean).join('; ');
    const type = `${property.type}${declared.items ? ' (list)' : ''}${property.enabled === false ? ', not indexed' : ''}`;
    return [`| \`${prefix}${name}\` | ${type} | ${required.includes(name) ? 'yes' : ''} | ${meaning} |`];
  });
}

/** The data contract as a page: every index, who reads it, every field. */
export function dataContractPage(): string {
  const sections = allIndices.map((index) => {
    const document = index.document as TSchema as Described & { required?: string[] };
    return [
      `## ${index.name}`,
      '',
      index.description,
      '',
      `Layout: ${layouts[index.layout]}. Template version: ${index.version}. Grafana ${index.grafanaReads ? 'reads it' : 'cannot read it'}.`,
      '',
      '| field | type | always | meaning |',
      '| --- | --- | --- | --- |',
      ...rows(index.mapping, document, document.required ?? []),
      '',
    ].join('\n');
  });
  return [
    '# Data contract',
    '',
    'Written by `npm run generate` from `packages/contracts`; change that instead.',
    '',
    ...sections,
  ].join('\n');
}
