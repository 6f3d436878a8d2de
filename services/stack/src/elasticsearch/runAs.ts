import { type RunCommand, runCommand } from '../process/command';
import { StackError } from '../stackError';

/** An operating system user, by number; undefined means: the one who started us. */
export interface RunAs {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Who Elasticsearch runs as. It refuses root, so root gets a system user of its own, or `nobody` where none can be made.
 *
 * @throws StackError where root finds no unprivileged user at all
 */
export async function unprivilegedUser(
  isRoot = process.getuid?.() === 0,
  run: RunCommand = runCommand
): Promise<RunAs | undefined> {
  if (!isRoot) {
    return undefined;
  }
  const known = await lookUp('spendscope', run);
  if (known) {
    return known;
  }
  await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'spendscope']);
  const user = (await lookUp('spendscope', run)) ?? (await lookUp('nobody', run));
  if (!user) {
    throw new StackError(
      'Elasticsearch refuses to run as root, and there is no other user to run it as.',
      'Start as an ordinary user, or create one: useradd --system spendscope.'
    );
  }
  return user;
}

async function lookUp(name: string, run: RunCommand): Promise<RunAs | undefined> {
  const uid = await run('id', ['-u', name]);
  const gid = await run('id', ['-g', name]);
  if (uid.code !== 0 || gid.code !== 0) {
    return undefined;
  }
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
