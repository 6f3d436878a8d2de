import { ApiError } from '../http/apiError';

/**
 * A range condition on a date field, or none. The instants are written anew: not every form that the standard allows
 * (a leap second, say) is one that Elasticsearch reads.
 * @throws ApiError 400 where an instant does not exist
 */
export function timeRange(field: string, from: string | undefined, to: string | undefined): object[] {
  if (from === undefined && to === undefined) {
    return [];
  }
  return [{ range: { [field]: { ...bound('gte', 'from', from), ...bound('lte', 'to', to) } } }];
}

function bound(operator: string, name: string, text: string | undefined): Record<string, string> {
  if (text === undefined) {
    return {};
  }
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) {
    throw new ApiError(400, 'invalid', `${name} is no instant that exists. Send one such as 2026-01-31T09:00:00Z.`);
  }
  return { [operator]: instant.toISOString() };
}
