import { UserError } from '../userError';

/** DuckDB drops a line silently that is longer than what it reads at once; whatever is longer than this is refused before. */
export const longestLine = 32_000_000;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Watches a file's text go by and refuses a line that DuckDB would lose. */
export class LineGuard {
  private begin = 0;
  private end = 0;

  constructor(private readonly path: string) {}

  /**
   * Looks only for the first and the last line end of a piece, so a line within one piece is taken as short.
   *
   * @throws UserError where a line is longer than `longestLine`
   */
  look(piece: Buffer): void {
    const last = Math.max(piece.lastIndexOf(lineFeed), piece.lastIndexOf(carriageReturn));
    const first = last < 0 ? piece.length : firstLineEnd(piece);
    if (this.end + first - this.begin > longestLine) {
      throw new UserError(
        `${this.path}: a line is longer than ${longestLine / 1e6} MB (it begins at byte ${this.begin + 1}), so what is after it cannot be read.`,
        'Take the line out, or export the file again with one row a line.'
      );
    }
    if (last >= 0) {
      this.begin = this.end + last + 1;
    }
    this.end += piece.length;
  }
}

function firstLineEnd(piece: Buffer): number {
  const ends = [lineFeed, carriageReturn].map((byte) => piece.indexOf(byte)).filter((at) => at >= 0);
  return Math.min(...ends);
}
