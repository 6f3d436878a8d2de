import type { AnnotationQuery } from '@grafana/data';
import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';

/** A dashboard's annotation queries, each a layer over its panels with a switch in the bar. */
export function annotationLayers(queries: readonly AnnotationQuery[]): SceneDataLayerSet {
  return new SceneDataLayerSet({
    layers: queries
      // Grafana's own annotations live in its database, which the preview host does not have.
      .filter((query) => !query.builtIn)
      .map(
        (query) =>
          new dataLayers.AnnotationsDataLayer({
            key: `annotations-${query.name}`,
            name: query.name,
            query,
            isEnabled: query.enable,
            isHidden: query.hide === true,
          })
      ),
  });
}
