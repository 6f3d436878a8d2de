import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sourceFolder } from '../../sourceFolder';

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

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/** A model of the ONNX format on a thread of its own (ONNX Runtime in WebAssembly, one thread). */
export class OnnxSession {
  readonly inputs: OnnxValue[] = [];
  readonly outputs: OnnxValue[] = [];
  private readonly worker = new Worker(join(sourceFolder, 'models', 'onnx', 'onnxWorker.mjs'), { execArgv: [] });
  private readonly waiting = new Map<number, Waiting>();
  private sent = 0;

  private constructor() {
    this.worker.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
      const asked = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (error === undefined) {
        asked.resolve(result);
      } else {
        asked.reject(new Error(error));
      }
    });
    this.worker.on('error', (error: Error) => this.waiting.forEach(({ reject }) => reject(error)));
  }

  /** @throws Error with the runtime's own words where the bytes are no model that it can run */
  static async open(bytes: Uint8Array): Promise<OnnxSession> {
    const session = new OnnxSession();
    try {
      const found = await session.ask<{ inputs: OnnxValue[]; outputs: OnnxValue[] }>({ bytes });
      session.inputs.push(...found.inputs);
      session.outputs.push(...found.outputs);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  run(job: OnnxJob): Promise<{ dims: number[]; values: Float64Array }> {
    return this.ask({ job });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private ask<Result>(message: { bytes: Uint8Array } | { job: OnnxJob }): Promise<Result> {
    const id = this.sent++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...message });
    });
  }
}
