/** px of what is measured. */
export const size = { width: 1_000, height: 600 };
/** How long a view is moved. */
export const movingSeconds = 3;

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Bytes of the page and its workers, where the browser tells. */
export async function heapBytes(): Promise<number | undefined> {
  const { measureUserAgentSpecificMemory: measure } = performance as {
    measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
  };
  return measure ? (await measure.call(performance)).bytes : undefined;
}
