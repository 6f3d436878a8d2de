import { PluginPage } from '@grafana/runtime';
import type { JSX } from 'react';
import { SkeletonRows } from '../shared/state/SkeletonRows';

export function AppRoot(): JSX.Element {
  return (
    <PluginPage>
      <SkeletonRows />
    </PluginPage>
  );
}
