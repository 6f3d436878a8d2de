import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { findInProc, plainHexAddress } from './procPortHolder';

describe('plainHexAddress', () => {
  it.each([
    ['0100007F', '127.0.0.1'],
    ['00000000', '0.0.0.0'],
    ['00000000000000000000000000000000', '0.0.0.0'],
    ['00000000000000000000000001000000', '::1'],
    ['0000000000000000FFFF00000100007F', '127.0.0.1'],
    ['000080FE000000000000000001000000', 'fe80:0:0:0:0:0:0:1'],
  ])('reads %s as %s', (hex, address) => {
    expect(plainHexAddress(hex)).toBe(address);
  });
});

(existsSync('/proc/net/tcp') ? describe : describe.skip)('findInProc', () => {
  it('finds a listener of this very process, and nobody once it is closed', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(findInProc(port)).toMatchObject({ pid: process.pid, address: '127.0.0.1' });
    await new Promise((resolve) => server.close(resolve));
    expect(findInProc(port)).toBeUndefined();
  });

  it('knows nothing where there is no /proc', () => {
    expect(findInProc(1, '/nowhere')).toBeUndefined();
  });
});
