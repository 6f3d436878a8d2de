import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

/**
 * The annotations by which an alert links to the panel that draws it. Grafana takes both or neither, and refuses to start
 * with one alone.
 *
 * @throws Error where the dashboard has no panel of that title
 */
export function shownOn(board: dashboard.Dashboard, title: string): { __dashboardUid__: string; __panelId__: string } {
  const panel = board.panels?.find((candidate) => 'title' in candidate && candidate.title === title);
  if (!board.uid || panel?.id === undefined) {
    throw new Error(`The dashboard ${board.uid} has no numbered panel "${title}".`);
  }
  return { __dashboardUid__: board.uid, __panelId__: String(panel.id) };
}
