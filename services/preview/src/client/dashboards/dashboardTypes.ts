export type { SceneDataQuery } from '@grafana/scenes';

/** A link of a panel's header. */
export interface DataLink {
  title: string;
  url: string;
  targetBlank?: boolean;
}
