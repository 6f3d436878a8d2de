// Plain JavaScript, so that a thread starts without a compiler. A model from elsewhere is outside data: it is read and
// computed here, in WebAssembly, on a thread of its own that can be ended at any moment.
import { parentPort } from 'node:worker_threads';
import { InferenceSession, Tensor, env } from 'onnxruntime-web';

env.wasm.numThreads = 1;
env.logLevel = 'fatal';

let session;

async function open(bytes) {
  session = await InferenceSession.create(bytes, { executionProviders: ['wasm'], logSeverityLevel: 4 });
  return { inputs: session.inputMetadata, outputs: session.outputMetadata };
}

async function run({ input, dtype, output, values, rows, columns }) {
  const data = dtype === 'float64' ? values : Float32Array.from(values);
  const tensor = new Tensor(dtype, data, [rows, columns]);
  const { dims, data: result } = (await session.run({ [input]: tensor }, [output]))[output];
  return { dims: [...dims], values: Float64Array.from(result, Number) };
}

parentPort.on('message', async ({ id, bytes, job }) => {
  try {
    parentPort.postMessage({ id, result: await (bytes ? open(bytes) : run(job)) });
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
