import type { IndexDefinition } from '@spendscope/contracts';

/** An index that the pipeline makes with its first run answers with no rows before it. */
export const reading = (index: Pick<IndexDefinition, 'readAs'>): { index: string; ignore_unavailable: true } => ({
  index: index.readAs,
  ignore_unavailable: true,
});

/** Newest first, also where the index has no mapping yet. */
export const newestFirst = (field: string): Record<string, { order: 'desc'; unmapped_type: 'date' }>[] => [
  { [field]: { order: 'desc', unmapped_type: 'date' } },
];
