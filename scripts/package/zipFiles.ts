import { type Zippable, zipSync } from 'fflate';

const unix = 3;
const readable = 0o100644 << 16;

/**
 * A zip of `files` under one top folder, which gives the same bytes for the same contents: order, mode, time and
 * compression are ours, not the file system's. Zip keeps times without a zone, so the parts of the UTC time are written.
 */
export function zipFiles(topFolder: string, files: ReadonlyMap<string, Uint8Array>, seconds: number): Uint8Array {
  const utc = new Date(seconds * 1000);
  const mtime = new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds()
  );
  const entries: Zippable = {};
  for (const [name, content] of files) {
    entries[`${topFolder}/${name}`] = [content, { level: 9, os: unix, attrs: readable, mtime }];
  }
  return zipSync(entries);
}
