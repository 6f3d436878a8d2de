/** Customers' columns side by side in one buffer: what a browser needs to draw every customer of a run. */
export interface PackedColumns {
  runId: string;
  /** Values of each column, all of the same length. `cluster` is of bytes, all others of 32-bit floats, NaN for none. */
  columns: Readonly<Record<string, Float32Array | Uint8Array>>;
}

/** In the column of clusters: none. */
export const noClusterByte = 255;

interface Header {
  runId: string;
  rows: number;
  columns: { name: string; type: 'f32' | 'u8'; offset: number }[];
}

const magic = 0x31_43_50_53;
const prefix = 8;
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * `SPC1`, the length of a JSON header as uint32, the header, then each column at a multiple of 8 bytes; all numbers
 * little-endian, as every machine that a browser or Node runs on stores them.
 */
export function packColumns({ runId, columns }: PackedColumns): Uint8Array {
  const entries = Object.entries(columns);
  const rows = entries[0]?.[1].length ?? 0;
  if (entries.some(([, values]) => values.length !== rows)) {
    throw new RangeError('All packed columns need the same length.');
  }
  let offset = 0;
  const header: Header = {
    runId,
    rows,
    columns: entries.map(([name, values]) => {
      const at = offset;
      offset += aligned(values.byteLength);
      return { name, type: values instanceof Uint8Array ? 'u8' : 'f32', offset: at };
    }),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(prefix + text.length);
  const packed = new Uint8Array(start + offset);
  const view = new DataView(packed.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, text.length, true);
  packed.set(text, prefix);
  entries.forEach(([, values], i) => {
    packed.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start + header.columns[i]!.offset);
  });
  return packed;
}

/** Columns as views into the buffer, nothing is copied. @throws RangeError where it is none of ours or cut short */
export function unpackColumns(buffer: ArrayBuffer): PackedColumns & { rows: number } {
  const view = new DataView(buffer);
  if (buffer.byteLength < prefix || view.getUint32(0, true) !== magic) {
    throw new RangeError('These bytes are no packed columns.');
  }
  const length = view.getUint32(4, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, prefix, length));
  const { runId, rows, columns } = JSON.parse(text) as Header;
  const start = aligned(prefix + length);
  return {
    runId,
    rows,
    columns: Object.fromEntries(
      columns.map(({ name, type, offset }) => [
        name,
        type === 'u8' ? new Uint8Array(buffer, start + offset, rows) : new Float32Array(buffer, start + offset, rows),
      ])
    ),
  };
}
