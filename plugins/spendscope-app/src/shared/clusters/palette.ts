/**
 * The only place with colours of our own: hues searched for distance under protan, deutan and tritan vision and for
 * contrast of at least 3.1:1 on Grafana's backgrounds. They belong together; none is to be tuned alone.
 */
const palette = {
  dark: ['#ee6a12', '#b455a2', '#fcc419', '#78f5d6', '#3e7efc', '#a7abbd'],
  light: ['#b03c12', '#9063ed', '#b78c0b', '#02a39d', '#0a41b6', '#363642'],
} as const;

export const clusterShapes = ['triangle', 'diamond', 'square', 'circle', 'pentagon', 'bar'] as const;
export type ClusterShape = (typeof clusterShapes)[number];

interface ThemeMode {
  isDark: boolean;
}

/** Colour of a cluster, by its rank; past the sixth they repeat, told apart by name. */
export function clusterColor(cluster: number, theme: ThemeMode): string {
  const colors = theme.isDark ? palette.dark : palette.light;
  return colors[Math.abs(cluster) % colors.length]!;
}

/** Shape that goes with the colour, so that colour never stands alone. */
export function clusterShape(cluster: number): ClusterShape {
  return clusterShapes[Math.abs(cluster) % clusterShapes.length]!;
}
