import type { Explanation } from './explanation';

/** Reasons that a customer is given at most. */
export const mostReasons = 3;

/** What {@link RowReasons} consists of, as plain data: `mostReasons` places a row, or one for `base` and `rest`. */
export interface PackedReasons {
  /** codes, columns and values that are texts; elsewhere their place here, counted from 1, and 0 for none */
  names: string[];
  codes: Uint32Array;
  /** this and the following are empty where nothing is explained */
  columns: Uint32Array;
  texts: Uint32Array;
  /** values that are numbers; NaN for others */
  values: Float64Array;
  contributions: Float32Array;
  /** NaN in a row that is not explained */
  base: Float32Array;
  rest: Float32Array;
}

/** Reasons of many rows, kept as numbers: a million lists of objects would be some million objects. */
export class RowReasons {
  private readonly places: Map<string, number>;

  private constructor(private readonly packed: PackedReasons) {
    this.places = new Map(packed.names.map((name, at) => [name, at + 1]));
  }

  /** @param explained whether more than codes is kept */
  static ofRows(rows: number, explained: boolean): RowReasons {
    const [own, parts] = explained ? [rows, rows * mostReasons] : [0, 0];
    return new RowReasons({
      names: [],
      codes: new Uint32Array(rows * mostReasons),
      columns: new Uint32Array(parts),
      texts: new Uint32Array(parts),
      values: new Float64Array(parts),
      contributions: new Float32Array(parts),
      base: new Float32Array(own).fill(NaN),
      rest: new Float32Array(own),
    });
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
      this.packed.codes[row * mostReasons + i] = this.placeOf(codes[i]);
    }
  }

  explain(row: number, { base, parts, rest }: Explanation): void {
    this.set(row, parts.map(({ code }) => code)); // prettier-ignore
    this.packed.base[row] = base;
    this.packed.rest[row] = rest;
    parts.forEach(({ column, value, contribution }, i) => {
      const place = row * mostReasons + i;
      this.packed.columns[place] = this.placeOf(column);
      this.packed.texts[place] = typeof value === 'string' ? this.placeOf(value) : 0;
      this.packed.values[place] = typeof value === 'number' ? value : NaN;
      this.packed.contributions[place] = contribution;
    });
  }

  get(row: number): string[] {
    return this.placesOf(row).map((place) => this.nameAt(this.packed.codes[place]!));
  }

  explanation(row: number): Explanation | undefined {
    const { columns, texts, values, contributions, base, rest } = this.packed;
    if (!(row < base.length) || Number.isNaN(base[row]!)) {
      return undefined;
    }
    const parts = this.placesOf(row).map((place) => ({
      code: this.nameAt(this.packed.codes[place]!),
      column: this.nameAt(columns[place]!),
      value: texts[place]! > 0 ? this.nameAt(texts[place]!) : Number.isNaN(values[place]!) ? null : values[place]!,
      contribution: contributions[place]!,
    }));
    return { base: base[row]!, parts, rest: rest[row]! };
  }

  /** Those of the row that hold a reason. */
  private placesOf(row: number): number[] {
    const all = Array.from({ length: mostReasons }, (_, i) => row * mostReasons + i);
    return all.filter((place) => this.packed.codes[place]! > 0);
  }

  private nameAt(place: number): string {
    return this.packed.names[place - 1]!;
  }

  private placeOf(name: string | undefined): number {
    if (name === undefined) {
      return 0;
    }
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.packed.names.push(name);
      this.places.set(name, place);
    }
    return place;
  }
}
