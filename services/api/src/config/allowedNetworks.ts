import { BlockList, isIP } from 'node:net';
import { environment } from '@spendscope/contracts';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Addresses and networks (`10.1.0.0/16,::1`) from which calls are taken; undefined: from everywhere.
 * @throws Error in one sentence on what is neither
 */
export function allowedNetworks(env: NodeJS.ProcessEnv): BlockList | undefined {
  const entries = (env[environment.allowedNetworks] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  if (entries.length === 0) {
    return undefined;
  }
  const list = new BlockList();
  for (const entry of entries) {
    const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const bits = family(address) === 'ipv6' ? 128 : 32;
    if (!isIP(address) || Number(prefix ?? bits) > bits) {
      throw new Error(
        `${environment.allowedNetworks} holds "${entry}". Set it to addresses or networks such as 10.1.0.0/16, separated by commas.`
      );
    }
    list.addSubnet(address, Number(prefix ?? bits), family(address));
  }
  return list;
}

/** IPv4 that comes through an IPv6 socket is compared as IPv4. */
export const isAllowed = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, family(address));
