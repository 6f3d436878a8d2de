import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package's sources, for files that are read at run time (SQL, YAML). */
export const sourceFolder = dirname(fileURLToPath(import.meta.url));
