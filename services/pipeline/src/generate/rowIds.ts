import { Random } from '@spendscope/analytics';
import { idStream } from './streams';

const rounds = 6;
/** Rows of one live draw are numbered within this many. */
const rowsOfDraw = 64;
const liveBit = 2 ** 31;
const lettersOf10Bits = Array.from({ length: 1024 }, (_, bits) => letter(bits >>> 5) + letter(bits & 31));

/**
 * Ids of rows that tell nothing about the customer. Whoever may see a transaction's id must not learn from it whose it
 * is, which other rows are the same customer's or which came first. A number of the row (customer and sequence) is put
 * through a permutation of all 64-bit numbers, a Feistel network whose round keys come from the seed: two rows never
 * get the same id, and nothing has to be remembered. Written as a letter and 13 letters of base32 (RFC 4648).
 *
 * A seed is no secret, so whoever has it can compute the ids again; that is fine for customers nobody is.
 */
export class RowIds {
  private readonly keys: readonly number[];

  /** @param prefix first letter of every id; each has a permutation of its own. */
  constructor(
    seed: number,
    private readonly prefix: 'T' | 'A'
  ) {
    const random = new Random(seed, idStream + prefix.charCodeAt(0));
    this.keys = Array.from({ length: rounds }, () => random.uint32());
  }

  /** Id of a customer's n-th row; customers and rows count from 0 and are below 2³¹. */
  ofHistory(customer: number, n: number): string {
    return this.permuted(customer, n);
  }

  /** Id of a row of the live feed, which no row of a history has: the `n`-th (below 64) of a draw (below 2⁵³). */
  ofLive(draw: number, n: number): string {
    const low = 2 ** 32 / rowsOfDraw;
    return this.permuted(liveBit + Math.floor(draw / low), (draw % low) * rowsOfDraw + n);
  }

  private permuted(high: number, low: number): string {
    let left = high >>> 0;
    let right = low >>> 0;
    for (const key of this.keys) {
      const next = (left ^ scrambled(right ^ key)) >>> 0;
      left = right;
      right = next;
    }
    return this.prefix + sixLetters(left) + sixLetters(right) + letter(((left & 3) << 2) | (right & 3));
  }
}

/** Finaliser of 32 bits: each bit of the input moves about half of the output's. */
function scrambled(x: number): number {
  let h = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** The upper 30 bits. */
function sixLetters(x: number): string {
  return lettersOf10Bits[x >>> 22]! + lettersOf10Bits[(x >>> 12) & 1023]! + lettersOf10Bits[(x >>> 2) & 1023]!;
}

function letter(bits: number): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(bits);
}
