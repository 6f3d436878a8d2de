import { readFileSync } from 'node:fs';
import { Random } from '@spendscope/analytics';
import { drawHost, drawNetwork, networkCountries } from './networks';

/** The registries' ranges as the pipeline looks addresses up: first and last address as numbers, country. */
const ranges = readFileSync(require.resolve('@ip-location-db/asn-country/asn-country-ipv4-num.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','))
  .map(([from, to, country]) => ({ from: Number(from), to: Number(to), country: country!.trim() }));

function countryOf(address: string): string | undefined {
  const number = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ranges[middle]!.from <= number) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return ranges[low]!.to >= number ? ranges[low]!.country : undefined;
}

it.each(networkCountries)('addresses of %s are that country’s in the offline table', (network) => {
  const random = new Random(1);
  const drawn = Array.from({ length: 2000 }, () => countryOf(drawHost(random, drawNetwork(random, network))));
  const right = drawn.filter((country) => country === network.slice(0, 2)).length;
  // A provider's block has a few holes that the table gives to nobody or to another country.
  expect(right / drawn.length).toBeGreaterThan(0.97);
});
