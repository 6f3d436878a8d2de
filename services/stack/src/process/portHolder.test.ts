import { createServer } from 'node:net';
import { findPortHolder, isPortFree, parseLsof, parseSs } from './portHolder';

describe('parseSs', () => {
  it.each([
    ['LISTEN 0 511 127.0.0.1:3000 0.0.0.0:* users:(("node",pid=42,fd=20))', '127.0.0.1'],
    ['LISTEN 0 4096 *:3000 *:* users:(("node",pid=42,fd=20),("node",pid=43,fd=20))', '0.0.0.0'],
    ['LISTEN 0 4096 [::ffff:127.0.0.1]:3000 *:* users:(("node",pid=42,fd=9))', '127.0.0.1'],
    ['LISTEN 0 128 [::1]:3000 [::]:* users:(("node",pid=42,fd=9))', '::1'],
  ])('reads %s', (line, address) => {
    expect(parseSs(`${line}\n`)).toEqual({ pid: 42, command: 'node', address });
  });

  it('knows that another user’s process has no name here', () => {
    expect(parseSs('LISTEN 0 511 127.0.0.1:3000 0.0.0.0:*\n')).toBeUndefined();
  });
});

describe('parseLsof', () => {
  it('reads fields by their letters', () => {
    expect(parseLsof('p42\ncjava\nf20\nn127.0.0.1:9200\n')).toEqual({ pid: 42, command: 'java', address: '127.0.0.1' });
    expect(parseLsof('p42\ncjava\nf20\nn*:9200\n')?.address).toBe('0.0.0.0');
    expect(parseLsof('p42\ncjava\nf20\nn[::1]:9200\n')?.address).toBe('::1');
    expect(parseLsof('')).toBeUndefined();
  });
});

describe('findPortHolder', () => {
  it('asks lsof where ss is missing', async () => {
    const holder = await findPortHolder(9200, async (program) =>
      program === 'lsof'
        ? { code: 0, stdout: 'p7\ncjava\nn127.0.0.1:9200\n', stderr: '' }
        : { code: 127, stdout: '', stderr: '' }
    );
    expect(holder).toEqual({ pid: 7, command: 'java', address: '127.0.0.1' });
  });
});

describe('isPortFree', () => {
  it('sees a listener come and go', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });
});
