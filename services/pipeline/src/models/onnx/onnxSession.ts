import { join } from 'node:path';
import { sourceFolder } from '../../sourceFolder';
import { AskedThread } from '../../threads/AskedThread';

/** An input or output as the model declares it. */
export interface OnnxValue {
  name: string;
  isTensor: boolean;
  type?: string;
  /** a number where it is fixed */
  shape?: (number | string)[];
}

export interface OnnxJob {
  input: string;
  dtype: 'float32' | 'float64';
  output: string;
  /** row by row */
  values: Float64Array;
  rows: number;
  columns: number;
}

/** A model of the ONNX format on a thread of its own (ONNX Runtime in WebAssembly, one thread). */
export class OnnxSession {
  readonly inputs: OnnxValue[] = [];
  readonly outputs: OnnxValue[] = [];
  private readonly thread = new AskedThread(join(sourceFolder, 'models', 'onnx', 'onnxWorker.mjs'));

  private constructor() {}

  /** @throws Error with the runtime's own words where the bytes are no model that it can run */
  static async open(bytes: Uint8Array): Promise<OnnxSession> {
    const session = new OnnxSession();
    try {
      const found = await session.thread.ask<{ inputs: OnnxValue[]; outputs: OnnxValue[] }>({ bytes });
      session.inputs.push(...found.inputs);
      session.outputs.push(...found.outputs);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  run(job: OnnxJob): Promise<{ dims: number[]; values: Float64Array }> {
    return this.thread.ask({ job });
  }

  async close(): Promise<void> {
    await this.thread.close();
  }
}
