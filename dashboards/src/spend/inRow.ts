import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

export type Panel = Builder<dashboard.Panel>;

/** Columns of Grafana's grid. */
export const wholeWidth = 24;

/** Panels side by side in equal parts, those that the data has. */
export function inRow(...panels: (((width: number) => Panel) | false | undefined)[]): Panel[] {
  const shown = panels.filter((panel) => typeof panel === 'function');
  return shown.map((panel) => panel(wholeWidth / shown.length));
}
