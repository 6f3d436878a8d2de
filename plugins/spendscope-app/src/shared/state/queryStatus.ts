import { LoadingState, type PanelData } from '@grafana/data';
import { t } from '../i18n/t';
import type { PanelStatus } from './panelState.types';

/**
 * What a panel shows for how its queries stand, before anyone looks at why there is nothing to draw; undefined where
 * that has to be looked at. Data that is there stays while more is on its way.
 *
 * @param drawable whether what has come can be drawn
 */
export function queryStatus(data: PanelData, drawable: boolean): PanelStatus | undefined {
  const loading = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
  if (drawable) {
    return { kind: loading ? 'refreshing' : 'ready' };
  }
  if (loading) {
    return { kind: 'loading-first' };
  }
  const error = data.errors?.[0] ?? data.error;
  if (data.state !== LoadingState.Error && !error) {
    return undefined;
  }
  return {
    kind: 'error',
    title: t('shared.queryError.title', 'The data source did not answer'),
    hint: t('shared.queryError.hint', 'Check the panel’s queries and that Elasticsearch is reachable, then refresh.'),
    details: { status: error?.status, requestId: error?.traceId, message: error?.message },
  };
}
