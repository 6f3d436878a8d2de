/** Cuts an address to its network: /24 for IPv4, /48 for IPv6. */
export function cutIp(address: string): string {
  if (!address.includes(':')) {
    return address.replace(/\.\d+$/, '.0');
  }
  const groups = expandV6(address).slice(0, 3);
  return `${groups.map((group) => group.toString(16)).join(':')}::`;
}

function expandV6(address: string): number[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (text: string | undefined): number[] =>
    text ? text.split(':').map((group) => parseInt(group || '0', 16)) : [];
  const first = groups(head);
  const last = groups(tail);
  return [...first, ...new Array<number>(Math.max(8 - first.length - last.length, 0)).fill(0), ...last];
}
