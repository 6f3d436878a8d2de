import type { TSchema } from '@spendscope/contracts';

/** What a 204 answers: nothing that has a shape. */
export const noContent = {} as TSchema;
