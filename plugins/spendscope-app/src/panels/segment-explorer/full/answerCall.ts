import { noClusterByte, unpackColumns } from '@spendscope/contracts';
import type { FullEngine } from './engine/FullEngine';
import type { Call, FullCalls, Reply } from './messages';

/** Takes packed columns in; rows without a cluster, or of one that is not listed, get the index after the last. */
function takeColumns(engine: FullEngine, bytes: ArrayBuffer, clusterKeys: readonly number[]): void {
  const { columns } = unpackColumns(bytes);
  const floats: Record<string, Float32Array> = {};
  for (const [name, values] of Object.entries(columns)) {
    if (values instanceof Float32Array) {
      floats[name] = values;
    } else {
      const index = new Uint8Array(noClusterByte + 1).fill(clusterKeys.length);
      clusterKeys.forEach((key, i) => {
        index[key] = i;
      });
      engine.setClusters(
        values.map((key) => index[key]!),
        clusterKeys.length + 1
      );
    }
  }
  engine.addColumns(floats);
}

const callsOf = (engine: FullEngine): FullCalls => ({
  columns: (bytes, clusterKeys) => takeColumns(engine, bytes, clusterKeys),
  arrange: (axes) => engine.arrange(axes),
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
