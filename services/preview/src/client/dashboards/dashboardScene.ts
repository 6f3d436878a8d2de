import type { DashboardCursorSync } from '@grafana/data';
import {
  behaviors,
  type SceneObject,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
} from '@grafana/scenes';
import { DashboardScene } from './DashboardScene';
import type { DashboardModel } from './dashboardModel';
import { annotationLayers } from './sceneAnnotations';
import { sceneGrid } from './scenePanels';
import { sceneVariables } from './sceneVariables';

const defaultIntervals = ['5s', '10s', '30s', '1m', '5m', '15m'];

/** A dashboard's JSON as a scene that Grafana's scenes library draws and keeps in step with the address. */
export function dashboardScene(model: DashboardModel): DashboardScene {
  const pickers: SceneObject[] = model.timepicker?.hidden
    ? []
    : [
        new SceneTimePicker({ isOnCanvas: true }),
        new SceneRefreshPicker({
          isOnCanvas: true,
          withText: true,
          refresh: model.refresh || undefined,
          intervals: model.timepicker?.refresh_intervals ?? defaultIntervals,
        }),
      ];
  return new DashboardScene({
    title: model.title,
    links: model.links ?? [],
    $timeRange: new SceneTimeRange({
      from: model.time?.from ?? 'now-6h',
      to: model.time?.to ?? 'now',
      timeZone: model.timezone || undefined,
    }),
    $data: annotationLayers(model.annotations?.list ?? []),
    $variables: sceneVariables(model.templating?.list ?? []),
    $behaviors: [new behaviors.CursorSync({ sync: (model.graphTooltip ?? 0) as DashboardCursorSync })],
    controls: [new VariableValueSelectors({}), ...pickers],
    body: sceneGrid(model.panels ?? []),
  });
}
