/** Reasons that a customer is given at most. */
export const mostReasons = 3;

/** What {@link RowReasons} consists of, as plain data. */
export interface PackedReasons {
  names: string[];
  /** `mostReasons` numbers a row: the place of a name, counted from 1, and 0 for none */
  numbers: Uint32Array;
}

/** Codes of the reasons of many rows, kept as numbers: a million lists of texts would be a million objects. */
export class RowReasons {
  private readonly places: Map<string, number>;

  private constructor(private readonly packed: PackedReasons) {
    this.places = new Map(packed.names.map((name, at) => [name, at + 1]));
  }

  static ofRows(rows: number): RowReasons {
    return new RowReasons({ names: [], numbers: new Uint32Array(rows * mostReasons) });
  }

  static unpack(packed: PackedReasons): RowReasons {
    return new RowReasons(packed);
  }

  pack(): PackedReasons {
    return this.packed;
  }

  /** @param codes `mostReasons` at most */
  set(row: number, codes: readonly string[]): void {
    for (let i = 0; i < mostReasons; i++) {
      const code = codes[i];
      this.packed.numbers[row * mostReasons + i] = code === undefined ? 0 : this.numberOf(code);
    }
  }

  get(row: number): string[] {
    const numbers = this.packed.numbers.subarray(row * mostReasons, (row + 1) * mostReasons);
    return Array.from(numbers)
      .filter((number) => number > 0)
      .map((number) => this.packed.names[number - 1]!);
  }

  private numberOf(code: string): number {
    let number = this.places.get(code);
    if (number === undefined) {
      number = this.packed.names.push(code);
      this.places.set(code, number);
    }
    return number;
  }
}
