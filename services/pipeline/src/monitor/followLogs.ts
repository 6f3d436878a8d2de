import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A line with the byte at which it begins: together with the file it says which line it is. */
export interface FollowedLine {
  component: string;
  offset: number;
  text: string;
}

/** Elasticsearch’s own log would come back to it with every line that it writes; an earlier start's is over. */
const isFollowed = (name: string): boolean =>
  name.endsWith('.log') && !name.endsWith('.previous.log') && name !== 'elasticsearch.log';
/** Bytes read of a file at once: a flood waits for the next look. */
const mostBytes = 1_000_000;

/** Reads what was added to the log files of a folder since the last look, whole lines only. */
export class LogFollower {
  private readonly read = new Map<string, number>();

  constructor(private readonly folder: string) {}

  async next(): Promise<FollowedLine[]> {
    const names = (await readdir(this.folder).catch(() => [])).filter(isFollowed).sort();
    return (await Promise.all(names.map((name) => this.linesOf(name)))).flat();
  }

  private async linesOf(name: string): Promise<FollowedLine[]> {
    const path = join(this.folder, name);
    const { size } = await stat(path);
    // A file that got shorter was begun anew.
    const from = (this.read.get(name) ?? 0) > size ? 0 : (this.read.get(name) ?? 0);
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size - from, mostBytes)), 0, undefined, from);
      const whole = buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
      this.read.set(name, from + whole);
      const lines: FollowedLine[] = [];
      for (let start = 0; start < whole;) {
        const end = buffer.indexOf(10, start);
        lines.push({ component: name.slice(0, -'.log'.length), offset: from + start, text: buffer.toString('utf8', start, end) }); // prettier-ignore
        start = end + 1;
      }
      return lines;
    } finally {
      await file.close();
    }
  }
}
