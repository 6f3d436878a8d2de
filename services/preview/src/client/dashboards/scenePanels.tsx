import type { FieldConfigSource } from '@grafana/data';
import {
  type SceneDataProvider,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneQueryRunner,
  SceneTimeRange,
  VizPanel,
} from '@grafana/scenes';
import { PanelLinks } from './PanelLinks';
import type { PanelModel } from './dashboardModel';

const emptyFieldConfig = (): FieldConfigSource => ({ defaults: {}, overrides: [] });

function panelData(panel: PanelModel): SceneDataProvider | undefined {
  if (!panel.targets?.length) {
    return undefined;
  }
  const runner = new SceneQueryRunner({
    datasource: panel.datasource ?? undefined,
    queries: panel.targets,
    maxDataPoints: panel.maxDataPoints ?? undefined,
    minInterval: panel.interval,
    dataLayerFilter: { panelId: panel.id },
  });
  return new SceneDataTransformer({ $data: runner, transformations: panel.transformations ?? [] });
}

function scenePanel(panel: PanelModel): VizPanel {
  return new VizPanel({
    key: `panel-${panel.id}`,
    title: panel.title ?? '',
    description: panel.description,
    pluginId: panel.type,
    options: panel.options ?? {},
    fieldConfig: panel.fieldConfig ?? emptyFieldConfig(),
    displayMode: panel.transparent ? 'transparent' : 'default',
    hoverHeader: !panel.title,
    titleItems: panel.links?.length ? [new PanelLinks({ links: panel.links })] : undefined,
    $data: panelData(panel),
    // A panel's own range is relative to now, whatever the dashboard's is.
    $timeRange: panel.timeFrom ? new SceneTimeRange({ from: `now-${panel.timeFrom}`, to: 'now' }) : undefined,
  });
}

function gridItem(panel: PanelModel): SceneGridItem {
  const { x, y, w, h } = panel.gridPos;
  return new SceneGridItem({
    x,
    y,
    width: w,
    height: h,
    isResizable: false,
    isDraggable: false,
    body: scenePanel(panel),
  });
}

/** The panels in their grid. An open row holds the panels that follow it; a collapsed one brings its own. */
export function sceneGrid(panels: readonly PanelModel[]): SceneGridLayout {
  const children: (SceneGridItem | SceneGridRow)[] = [];
  let openRow: { panel: PanelModel; items: SceneGridItem[] } | undefined;
  const closeRow = (): void => {
    if (openRow) {
      const { panel, items } = openRow;
      children.push(
        new SceneGridRow({
          key: `panel-${panel.id}`,
          title: panel.title ?? '',
          isCollapsed: panel.collapsed === true,
          x: 0,
          y: panel.gridPos.y,
          children: items,
        })
      );
    }
    openRow = undefined;
  };
  for (const panel of panels) {
    if (panel.type === 'row') {
      closeRow();
      openRow = { panel, items: (panel.panels ?? []).map(gridItem) };
      if (panel.collapsed) {
        closeRow();
      }
    } else if (openRow) {
      openRow.items.push(gridItem(panel));
    } else {
      children.push(gridItem(panel));
    }
  }
  closeRow();
  return new SceneGridLayout({ isLazy: false, children });
}
