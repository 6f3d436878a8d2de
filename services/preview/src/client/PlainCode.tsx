import type { ReactElement } from 'react';

/** Stands in for Grafana's code editor, eight megabytes of which the preview would need only that text can be read. */
export function ReactMonacoEditor({ value }: { value?: string }): ReactElement {
  return <pre>{value}</pre>;
}
