import type { RunCommand } from '../process/command';
import { unprivilegedUser } from './runAs';

/** A system with the given users; `useradd` works where allowed. */
function system(users: string[], canAdd: boolean): RunCommand {
  const known = new Set(users);
  return async (program, args) => {
    const name = args.at(-1)!;
    if (program === 'useradd' && canAdd) {
      known.add(name);
      return { code: 0, stdout: '', stderr: '' };
    }
    return program === 'id' && known.has(name)
      ? { code: 0, stdout: args[0] === '-u' ? '991\n' : '992\n', stderr: '' }
      : { code: 1, stdout: '', stderr: '' };
  };
}

describe('unprivilegedUser', () => {
  it('changes nothing for an ordinary user', async () => {
    expect(await unprivilegedUser(false, system([], false))).toBeUndefined();
  });

  it('makes a system user for root', async () => {
    expect(await unprivilegedUser(true, system(['nobody'], true))).toEqual({ name: 'spendscope', uid: 991, gid: 992 });
  });

  it('falls back to nobody where no user can be made', async () => {
    expect((await unprivilegedUser(true, system(['nobody'], false)))?.name).toBe('nobody');
  });

  it('says so where there is none at all', async () => {
    await expect(unprivilegedUser(true, system([], false))).rejects.toThrow('refuses to run as root');
  });
});
