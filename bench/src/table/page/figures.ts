import { movingSeconds, nextFrame, size } from '../../browser/page/frames';

export interface TableFigures {
  /** From the data source's frame to rows on screen, ms. */
  firstDraw: number;
  /** While it scrolls ten rows a frame: frames in which a row stood in the middle. */
  framesPerSecond: number;
}

/** Where a table is drawn, of the size that a panel gives it. */
export function hostElement(): HTMLElement {
  const host = document.body.appendChild(document.createElement('div'));
  Object.assign(host.style, { width: `${size.width}px`, height: `${size.height}px` });
  return host;
}

/** px a frame. */
const stride = 400;

/** What stands in the middle of an element, if it is a row with something in it. */
function hasRowInTheMiddle(grid: Element): boolean {
  const { left, top, width, height } = grid.getBoundingClientRect();
  const row = document.elementFromPoint(left + width / 3, top + height / 2)?.closest('[role="row"]');
  return row != null && grid.contains(row) && row.textContent !== '';
}

/** Resolves as soon as a row stands in the middle of the grid, and its frame is over. */
export async function firstRow(host: Element): Promise<void> {
  for (;;) {
    await nextFrame();
    const grid = host.querySelector('[role="grid"]');
    if (grid && hasRowInTheMiddle(grid)) {
      await nextFrame();
      return;
    }
  }
}

/** Frames with rows per second while the grid scrolls to and fro over all its rows. */
export async function scrolling(host: Element): Promise<number> {
  const grid = host.querySelector('[role="grid"]')!;
  const started = performance.now();
  let drawn = 0;
  let by = stride;
  while (performance.now() - started < movingSeconds * 1_000) {
    const end = grid.scrollHeight - grid.clientHeight;
    const next = grid.scrollTop + by;
    if (next < 0 || next > end) {
      by = -by;
    }
    grid.scrollTop = Math.min(Math.max(next, 0), end);
    await nextFrame();
    drawn += hasRowInTheMiddle(grid) ? 1 : 0;
  }
  return (drawn * 1_000) / (performance.now() - started);
}
