import type { LogLine } from '@spendscope/contracts';

/** Levels of pino's JSON, by their number. */
const levels: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }; // prettier-ignore
const longest = 2_000;
/** What would move a terminal's cursor or colour it. */
const controls = /\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g; // eslint-disable-line no-control-regex

/** A line of a component's log as a document: pino's JSON by its fields, anything else as it is; undefined for an empty one. */
export function parseLogLine(component: string, line: string, now: Date): LogLine | undefined {
  const record = jsonOf(line);
  const message = String(record?.msg ?? (record ? '' : line)).replace(controls, '').trim().slice(0, longest); // prettier-ignore
  if (message === '') {
    return undefined;
  }
  const time = typeof record?.time === 'number' ? new Date(record.time) : now;
  const requestId = record?.reqId ?? record?.request_id;
  return {
    '@timestamp': (Number.isNaN(time.getTime()) ? now : time).toISOString(),
    component,
    level: levels[Number(record?.level)] ?? (/^✗|\berror\b/i.test(message) ? 'error' : 'info'),
    message,
    ...(typeof requestId === 'string' ? { request_id: requestId } : {}),
    ...(typeof record?.responseTime === 'number' ? { duration_ms: Math.round(record.responseTime) } : {}),
  };
}

function jsonOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
