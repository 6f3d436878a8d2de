import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { PortHolder } from './portHolder';

const listening = '0A';

/** Who listens on the port by what Linux shows under /proc: needs no tool, and names only what this user may look into. */
export function findInProc(port: number, proc = '/proc'): PortHolder | undefined {
  for (const table of ['tcp', 'tcp6']) {
    for (const line of attempt(() => readFileSync(join(proc, 'net', table), 'utf8').split('\n'), [])) {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
      const [address = '', hexPort = ''] = local.split(':');
      if (state === listening && parseInt(hexPort, 16) === port) {
        const pid = ownerOf(`socket:[${inode}]`, proc);
        if (pid !== undefined) {
          const command = attempt(() => readFileSync(join(proc, pid, 'comm'), 'utf8').trim(), 'unknown');
          return { pid: Number(pid), command, address: plainHexAddress(address) };
        }
      }
    }
  }
  return undefined;
}

function ownerOf(socket: string, proc: string): string | undefined {
  const processes = attempt(() => readdirSync(proc), []).filter((name) => /^\d+$/.test(name));
  return processes.find((pid) => {
    const folder = join(proc, pid, 'fd');
    return attempt(() => readdirSync(folder), []).some(
      (fd) => attempt(() => readlinkSync(join(folder, fd)), '') === socket
    );
  });
}

/** The kernel writes an address as words of 32 bits, each in the machine's byte order (little-endian on all that we run on). */
export function plainHexAddress(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? [])
    .flatMap((word) => word.match(/../g)!.reverse())
    .map((byte) => parseInt(byte, 16));
  const isMapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
  if (bytes.length === 4 || isMapped) {
    return bytes.slice(-4).join('.');
  }
  if (bytes.slice(0, 15).every((byte) => byte === 0)) {
    return bytes[15] === 0 ? '0.0.0.0' : '::1';
  }
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! * 256 + bytes[2 * i + 1]!).toString(16));
  return groups.join(':');
}

/** Processes come and go while one looks, and most are not ours to look into. */
function attempt<Result>(read: () => Result, otherwise: Result): Result {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
