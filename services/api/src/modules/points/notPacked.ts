import { ApiError } from '../../http/apiError';

/** What was packed is not what is asked about: to ask for the state packs it anew. */
export const notPacked = (): ApiError =>
  new ApiError(409, 'not_packed', 'This run is not ready to be sent. Ask for the state of points again.');
