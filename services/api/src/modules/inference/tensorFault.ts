import { ApiError } from '../../http/apiError';

/** What is wrong with a tensor, and how it has to be. */
export const tensorFault = (name: string, what: string): ApiError =>
  new ApiError(400, 'tensor_invalid', `Tensor "${name}": ${what}`);
