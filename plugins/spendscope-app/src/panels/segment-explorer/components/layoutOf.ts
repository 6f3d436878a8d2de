/** Below this the legend is a line above the plot, and a drawer takes the plot's place, px. */
const NARROW = 720;
const LOW = 260;
/** Beside a drawer there is no room for a column of legend, px. */
const DRAWER = 440;

interface ExplorerLayout {
  narrow: boolean;
  /** The drawer takes the plot's place. */
  alone: boolean;
  /** The legend is a line. */
  compact: boolean;
}

/** How the parts lie in a panel of this size, px. */
export function layoutOf(width: number, height: number, drawer: boolean): ExplorerLayout {
  const narrow = width < NARROW || height < LOW;
  return { narrow, alone: drawer && narrow, compact: narrow || (drawer && width < NARROW + DRAWER) };
}
