import { testContext } from '../testContext';
import { checkBindAddress } from './bindAddress';

const open = async (): Promise<{ pid: number; command: string; address: string }> => ({
  pid: 1,
  command: 'node',
  address: '0.0.0.0',
});

describe('checkBindAddress', () => {
  it('is content with loopback, where a firewall plays no part', async () => {
    const portHolder = async (): Promise<{ pid: number; command: string; address: string }> => ({
      pid: 1,
      command: 'node',
      address: '127.0.0.1',
    });
    expect(await checkBindAddress(testContext({ portHolder }))).toMatchObject([{ level: 'ok' }]);
  });

  it('warns of what other machines reach, and of a firewall that keeps them out', async () => {
    const context = testContext({
      portHolder: open,
      run: async (name) => ({
        code: name === 'ufw' ? 0 : 127,
        stdout: 'Status: active\n22/tcp ALLOW Anywhere',
        stderr: '',
      }),
    });
    expect(await checkBindAddress(context)).toMatchObject([
      { level: 'warn', saw: expect.stringContaining('ui on 0.0.0.0:3000') },
      { level: 'warn', what: 'Firewall', fix: 'sudo ufw allow 3000/tcp' },
    ]);
  });

  it('sees the rule that lets the port in', async () => {
    const stdout = 'Status: active\n3000/tcp                   ALLOW       Anywhere';
    const context = testContext({ portHolder: open, run: async () => ({ code: 0, stdout, stderr: '' }) });
    expect((await checkBindAddress(context))[1]).toMatchObject({ level: 'ok', what: 'Firewall' });
  });
});
