import type { InferTensor } from '@spendscope/contracts';
import { tensorFault } from './tensorFault';

/** The values of a tensor, row by row. @throws ApiError 400 where there are not as many as the shape says */
export function flatValues({ name, shape, data }: InferTensor): readonly unknown[] {
  const [rows, width = 1] = shape as [number, number?];
  const isNested = shape.length === 2 && data.length === rows && data.every(Array.isArray);
  if (isNested) {
    const uneven = (data as unknown[][]).findIndex((row) => row.length !== width);
    if (uneven >= 0) {
      throw tensorFault(
        name,
        `row ${uneven} has ${(data[uneven] as unknown[]).length} values, the shape says ${width}.`
      );
    }
    return data.flat(1);
  }
  if (data.length !== rows * width) {
    throw tensorFault(name, `data has ${data.length} values, the shape [${shape.join(', ')}] says ${rows * width}.`);
  }
  return data;
}
