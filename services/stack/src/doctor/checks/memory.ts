import { type Check, fail, ok, warn } from '../check';

const gigabyte = 1024 ** 3;

/** Memory for Elasticsearch's heap, the pipeline and the browser. */
export const checkMemory: Check = async ({ memory }) => {
  const saw = `${(memory.available / gigabyte).toFixed(1)} of ${(memory.total / gigabyte).toFixed(1)} GB available`;
  if (memory.available < 1.5 * gigabyte) {
    return [fail('Memory', saw, 'Close other programs, or set SPENDSCOPE_ES_HEAP_MB=512.')];
  }
  return [
    memory.available < 3 * gigabyte
      ? warn('Memory', saw, 'Enough for the demo; close other programs before loading millions of rows.')
      : ok('Memory', saw),
  ];
};
