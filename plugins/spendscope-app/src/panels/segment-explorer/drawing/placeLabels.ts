import type { Size } from '../axis/viewport';

interface Label {
  /** Middle, px. */
  x: number;
  y: number;
  width: number;
}

const HEIGHT = 24;

/**
 * Keeps labels inside the plot and off each other: from the top down, each one that would overlap an earlier one moves
 * below it. Returns copies in that order.
 */
export function placeLabels<L extends Label>(labels: readonly L[], size: Size): L[] {
  const placed: L[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    const half = Math.min(label.width, size.width) / 2;
    const x = Math.min(Math.max(label.x, half), size.width - half);
    let y = Math.min(Math.max(label.y, HEIGHT / 2), size.height - HEIGHT / 2);
    for (const other of placed) {
      const sideBySide = Math.abs(other.x - x) >= (other.width + label.width) / 2;
      if (!sideBySide && Math.abs(other.y - y) < HEIGHT) {
        y = other.y + HEIGHT;
      }
    }
    placed.push({ ...label, x, y });
  }
  return placed;
}
