import { Random } from '@spendscope/analytics';
import { countryOf } from '../ingest/countryOf';
import { drawHost, drawNetwork, networkCountries } from './networks';

it.each(networkCountries)('addresses of %s are that country’s in the offline table', (network) => {
  const random = new Random(1);
  const drawn = Array.from({ length: 2000 }, () => countryOf(drawHost(random, drawNetwork(random, network))));
  const right = drawn.filter((country) => country === network.slice(0, 2)).length;
  // A provider's block has a few holes that the table gives to nobody or to another country.
  expect(right / drawn.length).toBeGreaterThan(0.97);
});
