import type { CustomerSelection, SelectedCustomer, SelectedCustomers } from '@spendscope/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../../shared/api/apiError';
import { asApiError } from '../../../shared/api/asApiError';
import { segmentApi } from '../../../shared/api/segmentApi';

interface Listed {
  items: readonly SelectedCustomer[];
  total?: SelectedCustomers['total'];
  cursor?: string;
  loading: boolean;
  error?: ApiError;
}

export interface SelectedCustomerList extends Listed {
  /** Fetches the next page where there is one. */
  more: () => void;
}

const nothing: Listed = { items: [], loading: true };

/** Customers of a selection, page by page; a new selection begins anew. Keep `selection` stable. */
export function useSelectedCustomers(selection: CustomerSelection): SelectedCustomerList {
  const [listed, setListed] = useState<{ of: CustomerSelection; list: Listed }>({ of: selection, list: nothing });
  const asking = useRef<AbortController>(undefined);
  const list = listed.of === selection ? listed.list : nothing;

  const ask = useCallback(
    (before: Listed): void => {
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      segmentApi
        .customers({ selection, ...(before.cursor ? { cursor: before.cursor } : {}) }, controller.signal)
        .then(({ items, total, cursor }) => ({
          items: [...before.items, ...items],
          total: before.total ?? total,
          cursor,
          loading: false,
        }))
        .catch((error: unknown) => ({ ...before, loading: false, error: asApiError(error) }))
        .then((next) => {
          if (!controller.signal.aborted) {
            asking.current = undefined;
            setListed({ of: selection, list: next });
          }
        });
    },
    [selection]
  );
  useEffect(() => {
    ask(nothing);
    return () => asking.current?.abort();
  }, [ask]);

  const more = useCallback(() => {
    if (list.cursor && !asking.current) {
      ask(list);
    }
  }, [ask, list]);
  return { ...list, more };
}
