import { locationService } from '@grafana/runtime';
import { useMemo } from 'react';
import { useLocation } from 'react-router';

type Params<Name extends string> = Partial<Record<Name, string>>;

/** Filters that live in the address, so that a link, the back button and a reload show the same. */
export function useQueryParams<Name extends string>(
  names: readonly Name[]
): [Params<Name>, (changes: Record<string, string | undefined>) => void] {
  const { search } = useLocation();
  const wanted = names.join(',');
  const params = useMemo(() => {
    const query = new URLSearchParams(search);
    return Object.fromEntries(
      wanted.split(',').flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : []))
    ) as Params<Name>;
  }, [search, wanted]);
  const change = (changes: Record<string, string | undefined>): void => {
    // Not within the event: a list that tells of a choice out of an effect of its own would be drawn with its new value
    // before that effect ends, and tell of it again, without end.
    setTimeout(() =>
      locationService.partial(
        Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || null])),
        true
      )
    );
  };
  return [params, change];
}
