import { locationService } from '@grafana/runtime';
import { useEffect, useMemo, useState } from 'react';
import { type Bounds, boundsOf, boundsText } from './bounds';

/**
 * The stretch of the map that the table is narrowed to. It stands in the address, so that a link, the back button and a
 * reload show the same; without a parameter there is none.
 */
export function useArea(parameter: string | undefined): [Bounds | undefined, (area: Bounds | undefined) => void] {
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (!parameter) {
      return undefined;
    }
    const follow = (): void => {
      const value = locationService.getSearchObject()[parameter];
      setText(typeof value === 'string' ? value : undefined);
    };
    follow();
    const subscription = locationService.getLocationObservable().subscribe(follow);
    return () => subscription.unsubscribe();
  }, [parameter]);
  const area = useMemo(() => boundsOf(text), [text]);
  const change = (next: Bounds | undefined): void => {
    if (parameter) {
      locationService.partial({ [parameter]: next ? boundsText(next) : null });
    }
  };
  return [area, change];
}
