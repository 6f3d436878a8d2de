import { StackError } from '../stackError';
import { type DataSource, type LoadableSource, describeSource, sameSource } from './dataSource';
import type { LoadRecord } from './loadedData';

export interface LoadSituation {
  /** What the command line asks for; undefined: whatever is there, else the demo. */
  asked: LoadableSource | undefined;
  fallback: LoadableSource;
  /** The load before, if any. */
  record: LoadRecord | undefined;
  /** Customers that readers see. */
  customers: number;
  /** Whether everything was deleted just now. */
  wasReset: boolean;
  now: Date;
}

export type LoadPlan = { kind: 'keep'; source: DataSource } | { kind: 'load'; record: LoadRecord; replace: boolean };

/**
 * Whether to load, and what. An interrupted load of the same source goes on where it stopped; two sources never mix.
 *
 * @throws StackError where other data is there and nobody said to replace it
 */
export function planLoad({ asked, fallback, record, customers, wasReset, now }: LoadSituation): LoadPlan {
  const holdsData = customers > 0 && !wasReset && (record === undefined || record.complete);
  if (holdsData) {
    const there: DataSource = record?.source ?? { kind: 'found' };
    if (asked && !sameSource(asked, there)) {
      throw new StackError(
        `This stack holds other data: ${describeSource(there)}.`,
        'Add --reset-data to replace it, or start without data options to keep it.'
      );
    }
    return { kind: 'keep', source: there };
  }
  const source = asked ?? record?.source ?? fallback;
  const goesOn = record !== undefined && !wasReset && !record.complete && sameSource(record.source, source);
  return {
    kind: 'load',
    record: { source, end: goesOn ? record.end : now.toISOString(), complete: false },
    replace: wasReset || (record !== undefined && !goesOn),
  };
}
