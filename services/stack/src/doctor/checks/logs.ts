import { type Check, ok } from '../check';

/** Where to read on. */
export const checkLogs: Check = async ({ paths, exists }) => [
  ok('Logs', exists(paths.logs) ? paths.logs : `${paths.logs}, from the first npm start on`),
];
