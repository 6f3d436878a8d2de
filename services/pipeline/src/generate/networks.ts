import type { Random } from '@spendscope/analytics';

/**
 * Address blocks that the public registries assign to access providers of a country (first octet, first and last second
 * octet). A test holds them to the offline IP table; hosts in them are drawn at random and belong to nobody here.
 */
const blocks: Record<string, readonly (readonly [number, number, number])[]> = {
  KR: [
    [121, 128, 191],
    [175, 192, 255],
    [14, 32, 95],
    [112, 144, 191],
    [1, 208, 255],
    [211, 168, 255],
    [118, 32, 63],
    [125, 128, 159],
  ],
  'KR-mobile': [
    [223, 32, 63],
    [39, 16, 31],
    [27, 160, 183],
  ],
  JP: [
    [60, 64, 159],
    [126, 53, 189],
  ],
  US: [
    [73, 0, 255],
    [98, 160, 255],
  ],
  CN: [
    [36, 96, 223],
    [222, 16, 95],
  ],
  VN: [
    [171, 224, 255],
    [113, 160, 191],
  ],
  TH: [
    [171, 96, 103],
    [223, 204, 207],
  ],
  PH: [
    [112, 200, 211],
    [49, 144, 151],
  ],
  RU: [
    [95, 24, 32],
    [178, 64, 71],
  ],
  BR: [
    [179, 110, 188],
    [191, 167, 211],
  ],
  NG: [
    [105, 112, 127],
    [102, 88, 95],
  ],
  RO: [
    [109, 96, 103],
    [92, 80, 87],
  ],
  GB: [
    [86, 128, 191],
    [90, 192, 223],
  ],
  DE: [
    [93, 192, 255],
    [84, 128, 191],
  ],
  AU: [
    [1, 120, 159],
    [101, 160, 191],
  ],
};

export type Network = keyof typeof blocks;

/** A /24 of a country: the first three octets with their dots, e.g. `121.130.7.`. */
export function drawNetwork(random: Random, country: Network): string {
  const [first, from, to] = random.pick(blocks[country]!);
  return `${first}.${from + random.int(to - from + 1)}.${random.int(256)}.`;
}

/** A host of a /24, never its network or broadcast address. */
export function drawHost(random: Random, network: string): string {
  return network + (1 + random.int(254));
}

export const networkCountries: readonly string[] = Object.keys(blocks);
