import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifest = join(dirname(fileURLToPath(import.meta.url)), '../../../package.json');

/** The version of this service, as its package says it. */
export const { version: serviceVersion } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
