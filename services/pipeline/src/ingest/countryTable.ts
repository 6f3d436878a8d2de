import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sourceFolder } from '../sourceFolder';
import { v6Prefix } from './cutIp';

/** Country of an IP address, from the offline table of `@ip-location-db/asn-country` (data of the NRO, CC BY 4.0: credit nro.net). */
export class CountryTable {
  private constructor(
    private readonly v4: Ranges,
    private readonly v6: Ranges
  ) {}

  static load(): CountryTable {
    const require = createRequire(join(sourceFolder, 'index.ts'));
    const folder = dirname(require.resolve('@ip-location-db/asn-country/package.json'));
    return new CountryTable(
      parseRanges(readFileSync(join(folder, 'asn-country-ipv4-num.csv'), 'latin1'), Number),
      // Addresses are cut to /48, so the upper 48 bits are all there is to look up; they fit a double exactly.
      parseRanges(readFileSync(join(folder, 'asn-country-ipv6-num.csv'), 'latin1'), (text) =>
        Number(BigInt(text) >> 80n)
      )
    );
  }

  /** ISO 3166-1 alpha-2, or undefined for private and unassigned addresses. */
  countryOf(address: string): string | undefined {
    if (address.includes(':')) {
      return find(this.v6, v6Prefix(address));
    }
    const [a, b, c, d] = address.split('.').map(Number);
    return find(this.v4, ((a! * 256 + b!) * 256 + c!) * 256 + (d ?? 0));
  }
}

interface Ranges {
  starts: Float64Array;
  ends: Float64Array;
  countries: string[];
}

function parseRanges(text: string, number: (text: string) => number): Ranges {
  const lines = text.split('\n').filter((line) => line !== '');
  const ranges: Ranges = {
    starts: new Float64Array(lines.length),
    ends: new Float64Array(lines.length),
    countries: new Array<string>(lines.length),
  };
  lines.forEach((line, i) => {
    const [start, end, country] = line.split(',');
    ranges.starts[i] = number(start!);
    ranges.ends[i] = number(end!);
    ranges.countries[i] = country!.trim();
  });
  return ranges;
}

function find({ starts, ends, countries }: Ranges, address: number): string | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= address) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && ends[low - 1]! >= address ? countries[low - 1] : undefined;
}
