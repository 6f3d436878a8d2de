import { LoadingPlaceholder } from '@grafana/ui';
import { type ComponentType, type JSX, Suspense, lazy } from 'react';
import { t } from '../shared/i18n/t';

/** A page that is loaded when somebody opens it: Grafana loads the entry of every app with its own start. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>
): (props: Props) => JSX.Element {
  const Page = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function LazyPage(props: Props): JSX.Element {
    return (
      <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
        <Page {...props} />
      </Suspense>
    );
  };
}
