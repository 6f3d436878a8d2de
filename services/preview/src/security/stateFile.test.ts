import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretFile } from './stateFile';

describe('secretFile', () => {
  it('makes the secret once, readable by its owner alone', async () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'spendscope-state-')), 'state');
    const create = jest.fn().mockReturnValue('secret');
    expect(await secretFile(folder, 'key', create)).toBe('secret');
    expect(await secretFile(folder, 'key', create)).toBe('secret');
    expect(create).toHaveBeenCalledTimes(1);
    expect(statSync(path.join(folder, 'key')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
