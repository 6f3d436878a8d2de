import { Badge, Toggletip } from '@grafana/ui';
import type { ReactElement } from 'react';

/** Says that this is not Grafana, so that nobody takes it for one. */
export function PreviewBadge(): ReactElement {
  return (
    <Toggletip
      placement="bottom-end"
      title="This is a preview, not Grafana"
      content={
        <>
          It loads the same plugin bundles and dashboards as Grafana, over your Elasticsearch, where no Grafana is
          installed. Core panels are stand-ins; there is no login, and nothing can be saved or edited. Set GRAFANA_HOME
          to see the same in a real Grafana.
        </>
      }
    >
      <button
        type="button"
        style={{ background: 'none', border: 'none', padding: 0 }}
        aria-label="Preview: what this is"
      >
        <Badge text="Preview" color="orange" icon="eye" />
      </button>
    </Toggletip>
  );
}
