import { spendscopeApi } from '../api/spendscopeApi';
import { type DataSpan, dataSpanOf } from './dataSpan';

/** Asks what time the loaded data covers. */
export async function loadDataSpan(signal?: AbortSignal): Promise<DataSpan> {
  const [runs, newest] = await Promise.all([
    spendscopeApi.runs({ kind: 'analyze', status: 'succeeded', size: 1 }),
    spendscopeApi.anomalies({ sort: 'time', size: 1 }, signal),
  ]);
  const time = newest.items[0]?.anomaly.timestamp;
  return dataSpanOf(runs.items[0], time === undefined ? undefined : Date.parse(time), Date.now());
}
