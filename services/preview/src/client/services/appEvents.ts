import { type EventBus, EventBusSrv } from '@grafana/data';

/** The one event bus of the page: alerts, theme changes, what plugins publish. */
export const appEvents: EventBus = new EventBusSrv();
