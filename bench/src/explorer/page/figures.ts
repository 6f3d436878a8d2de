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

export const size = { width: 1_000, height: 600 };
export const panSeconds = 3;

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Bytes of the page and its workers, where the browser tells. */
export async function heapBytes(): Promise<number | undefined> {
  const { measureUserAgentSpecificMemory: measure } = performance as {
    measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
  };
  return measure ? (await measure.call(performance)).bytes : undefined;
}

/** Frames per second while `draw` moves the view to and fro for some seconds. */
export async function pan(draw: (shift: number) => Promise<void> | void): Promise<number> {
  const started = performance.now();
  let frames = 0;
  while (performance.now() - started < panSeconds * 1_000) {
    await draw(Math.sin(frames / 20) * 0.2);
    await nextFrame();
    frames += 1;
  }
  return (frames * 1_000) / (performance.now() - started);
}
