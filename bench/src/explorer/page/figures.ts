import { movingSeconds, nextFrame } from '../../browser/page/frames';

export interface Figures {
  /** From the data in hand to pixels on screen, ms. */
  firstDraw: number;
  /** While the view moves. */
  framesPerSecond: number;
  /** From an outline of 200 corners to who lies in it, with all their figures, ms. */
  lasso?: number;
  /** Counting what is in view anew, which tooltips read from, ms. */
  cells?: number;
  /** Page and workers, bytes. */
  heap?: number;
}

/** Frames per second while `draw` moves the view to and fro for some seconds. */
export async function pan(draw: (shift: number) => Promise<void> | void): Promise<number> {
  const started = performance.now();
  let frames = 0;
  while (performance.now() - started < movingSeconds * 1_000) {
    await draw(Math.sin(frames / 20) * 0.2);
    await nextFrame();
    frames += 1;
  }
  return (frames * 1_000) / (performance.now() - started);
}
