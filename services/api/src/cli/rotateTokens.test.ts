import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTokenFile } from '../config/secrets';
import { ChannelTokenFile } from '../identity/ChannelTokenFile';
import { channelOf } from '../identity/channelTokens';
import { beginRotation, finishRotation } from './rotateTokens';

it('rotates channel tokens without a moment in which Grafana is shut out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-tokens-'));
  const file = join(folder, 'channel-tokens');
  expect(() => finishRotation(file)).toThrow('holds no token');
  const first = beginRotation(file).newest;
  const server = new ChannelTokenFile(readTokenFile(file), file);
  const accepts = (token: string): boolean => channelOf(`Bearer ${token}`, server.current) !== undefined;
  const second = beginRotation(file).newest;
  server.reload();
  expect([accepts(first), accepts(second)]).toEqual([true, true]);
  finishRotation(file);
  server.reload();
  expect([accepts(first), accepts(second)]).toEqual([false, true]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
