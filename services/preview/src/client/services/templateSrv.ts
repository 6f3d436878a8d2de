import type { ScopedVars, TimeRange } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { type SceneObject, sceneGraph } from '@grafana/scenes';

let current: SceneObject | undefined;

/** The scene on screen, whose variables text is filled in from where a caller names none. */
export function setCurrentScene(scene: SceneObject | undefined): void {
  current = scene;
}

function sceneOf(scopedVars: ScopedVars | undefined): SceneObject | undefined {
  const holder = scopedVars?.__sceneObject?.value as { valueOf(): SceneObject } | undefined;
  return holder?.valueOf() ?? current;
}

/** Fills variables in through the scene that asks; otherwise queries would keep their raw `${name}`. */
export const templateSrv = {
  getVariables: () =>
    current ? sceneGraph.getVariables(current).state.variables.map((variable) => variable.state) : [],
  replace: (text: string | undefined, scopedVars?: ScopedVars, format?: string | ((value: unknown) => string)) => {
    const scene = sceneOf(scopedVars);
    return scene && text ? sceneGraph.interpolate(scene, text, scopedVars, format as never) : (text ?? '');
  },
  containsTemplate: (text?: string) => /\$\w|\$\{|\[\[/.test(text ?? ''),
  updateTimeRange: (_range: TimeRange) => undefined,
} as unknown as TemplateSrv;
