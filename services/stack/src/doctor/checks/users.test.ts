import type { DoctorContext } from '../check';
import { testContext } from '../testContext';
import { checkUsers } from './users';

const user = (username: string): { username: string; password: string } => ({ username, password: 'x' });
const setup = user('elastic');
const users = { setup, pipeline: user('p'), api: user('a'), grafana: user('g') };

/** Answers by who asks; identities are refused to all but who is named. */
function server({ refused = '', readsIdentities = false, may = true } = {}): DoctorContext['elastic'] {
  return async (path, as = 'setup') => {
    if (as === refused) {
      return { status: 401, body: {} };
    }
    if (path.startsWith('/spendscope-identities')) {
      return { status: readsIdentities ? 200 : 403, body: {} };
    }
    return { status: 200, body: { has_all_requested: may } };
  };
}

describe('checkUsers', () => {
  it('is content with one user for each part', async () => {
    expect(await checkUsers(testContext({ users, elastic: server() }))).toMatchObject([{ level: 'ok' }]);
  });

  it('names a user that the server refuses', async () => {
    const elastic = server({ refused: 'api' });
    expect(await checkUsers(testContext({ users, elastic }))).toMatchObject([
      { level: 'fail', saw: 'refused: a (401)' },
    ]);
  });

  it('fails where Grafana’s user can read original ids', async () => {
    const elastic = server({ readsIdentities: true });
    expect(await checkUsers(testContext({ users, elastic }))).toMatchObject([{ level: 'fail' }]);
  });

  it.each([
    [true, /--make-users makes one for each part/],
    [false, /^ask who runs it/],
  ])('warns of a shared user; may it make users: %s', async (may, fix) => {
    const [result] = await checkUsers(testContext({ users: { setup }, elastic: server({ may }) }));
    expect(result).toMatchObject({ level: 'warn', saw: expect.stringContaining('"elastic"') });
    expect(result?.fix).toMatch(fix);
  });

  it('leaves silence to the check before it', async () => {
    expect(await checkUsers(testContext({ users: { setup } }))).toEqual([]);
  });
});
