import { locationService } from '@grafana/runtime';
import type { SavedSegment } from '@spendscope/contracts';
import { useEffect, useRef } from 'react';
import { segmentApi } from '../../../shared/api/segmentApi';

/** Shows the saved segment that the link names, once; a link to one that is gone shows nothing. */
export function useLinkedSegment(variable: string, onShow: (segment: SavedSegment) => void): void {
  const id = String(locationService.getSearchObject()[`var-${variable}`] ?? '');
  const shown = useRef('');
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  useEffect(() => {
    if (id === '' || shown.current === id) {
      return undefined;
    }
    shown.current = id;
    let current = true;
    segmentApi
      .saved()
      .then(({ items }) => {
        const found = items.find((segment) => segment.id === id);
        if (found && current) {
          show.current(found);
        }
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [id]);
}
