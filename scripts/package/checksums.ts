import { createHash } from 'node:crypto';

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** Lines that `sha256sum --check` reads. */
export function checksums(files: ReadonlyMap<string, Uint8Array | string>): string {
  return [...files].map(([name, content]) => `${sha256(content)}  ${name}\n`).join('');
}
