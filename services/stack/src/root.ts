import { fileURLToPath } from 'node:url';

/** The clone that this file is part of. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
