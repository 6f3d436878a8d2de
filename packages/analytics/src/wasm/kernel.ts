const pageBytes = 65_536;
/** The memory of a kernel stays below it. */
export const memoryLimit = 2 ** 32 - pageBytes;

/** A compiled WebAssembly module of ours, made ready on first use; every run gets a memory of its own. */
export class Kernel<Exports extends object> {
  private module: WebAssembly.Module | undefined;

  constructor(private readonly base64: string) {}

  /**
   * Functions over a memory of zeros.
   *
   * @param bytes its size, at most 4 GiB; the memory of a kernel that does not grow it stays where it is
   */
  withMemory(bytes: number): { memory: ArrayBuffer; run: Exports } {
    this.module ??= new WebAssembly.Module(Buffer.from(this.base64, 'base64'));
    const pages = Math.ceil(bytes / pageBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const instance = new WebAssembly.Instance(this.module, { env: { memory } });
    return { memory: memory.buffer, run: instance.exports as Exports };
  }
}
