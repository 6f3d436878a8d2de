import { acts } from './acts';
import { analytics } from './analytics';
import type { Examples } from './example';
import { inference } from './inference';
import { jobs } from './jobs';
import { machines } from './machines';
import { models } from './models';
import { records } from './records';

/** One for every operation of the API; a test holds each to the schema it stands beside. */
export const examples: Examples = { ...acts, ...records, ...analytics, ...jobs, ...machines, ...inference, ...models };
