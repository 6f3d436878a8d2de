import { matchingColumn, unpackColumns } from '@spendscope/contracts';
import type { FullEngine } from './engine/FullEngine';
import type { Call, FullCalls, Reply } from './messages';

/** Takes packed columns in; the one of bytes is that of clusters. */
function takeColumns(engine: FullEngine, bytes: ArrayBuffer): void {
  const floats: Record<string, Float32Array> = {};
  for (const [name, values] of Object.entries(unpackColumns(bytes).columns)) {
    if (values instanceof Float32Array) {
      floats[name] = values;
    } else {
      engine.setClusters(values);
    }
  }
  engine.addColumns(floats);
}

const callsOf = (engine: FullEngine): FullCalls => ({
  columns: (bytes) => takeColumns(engine, bytes),
  matching: (bytes) => engine.setMatching(bytes && (unpackColumns(bytes).columns[matchingColumn] as Uint8Array)),
  arrange: (axes, clusterKeys) => engine.arrange(axes, clusterKeys),
  draw: (request) => engine.draw(request),
  cells: (viewport) => engine.cells(viewport),
  select: (...args) => engine.select(...args),
});

/** Carries a call out; whatever goes wrong is an answer too. */
export function answerCall(engine: FullEngine, { id, name, args }: Call): Reply {
  try {
    return { id, result: (callsOf(engine)[name] as (...values: unknown[]) => unknown)(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Buffers that are handed over instead of copied: pixels are of no more use here. */
export function transferOf(reply: Reply): Transferable[] {
  const pixels = 'result' in reply ? (reply.result as { pixels?: Uint8ClampedArray } | undefined)?.pixels : undefined;
  return pixels ? [pixels.buffer as ArrayBuffer] : [];
}
