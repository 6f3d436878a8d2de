/** A step of an alert rule that Grafana computes from other steps. */
export const expression = (refId: string, model: Record<string, unknown>): object => ({
  refId,
  datasourceUid: '__expr__',
  relativeTimeRange: { from: 0, to: 0 },
  model: { refId, datasource: { type: '__expr__', uid: '__expr__' }, ...model },
});
