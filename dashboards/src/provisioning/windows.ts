import type { Window } from './alertRule';

/** The time from the oldest end of windows to the newest. */
export function spanOf(windows: readonly Window[]): Window {
  return [Math.max(...windows.map(([from]) => from)), Math.min(...windows.map(([, to]) => to))];
}

/** Documents of any of the windows, in Lucene; the newer end belongs to the time after. */
export function luceneOfWindows(timeField: string, windows: readonly Window[]): string {
  return `(${windows.map(([from, to]) => `${timeField}:[now-${from}s TO now-${to}s}`).join(' OR ')})`;
}
