import { sha256 } from '../files/sha256';
import type { Mapping } from '../ingest/mappingSchema';

/** The keys that `actionLine` writes, as a mapping's actions. */
export const actionFields: NonNullable<Mapping['actions']>['fields'] = {
  action_id: 'action_id',
  timestamp: '@timestamp',
  user_id: 'userId',
  action: 'action',
  device: 'device',
  ip: 'ip',
};

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A line of a JSON log (logback's encoders for Spring Boot) as a flat action. Lines without `action` are no actions and come out
 * empty; what is no JSON, or lacks something, comes out so that the checks of an ingest find what is wrong with it. The id is
 * the line's hash: read twice it is the same action, and two lines that say the same to the last byte are one.
 */
export function actionLine(line: string): string {
  const text = line.trim();
  if (text === '') {
    return '';
  }
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return text;
  }
  if (!isObject(record)) {
    return '{';
  }
  // MDC is an object of its own, or its entries are keys of the line.
  const all: Json = { ...(isObject(record.mdc) ? record.mdc : {}), ...record };
  const first = (...names: string[]): unknown => names.map((name) => all[name]).find((value) => value !== undefined && value !== null); // prettier-ignore
  const action = first('action');
  if (action === undefined) {
    return '';
  }
  return JSON.stringify({
    action_id: sha256(text).slice(0, 40),
    '@timestamp': first('@timestamp', 'timestamp'),
    userId: first('userId', 'user_id'),
    action,
    device: first('device'),
    ip: first('ip', 'clientIp'),
  });
}
