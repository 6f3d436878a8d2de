import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testContext } from '../testContext';
import { checkCertificates } from './certificates';

/** Valid until 2036-11-18; made for this test, its key was thrown away. */
const pem = readFileSync(join(__dirname, '../fixtures/authority.pem'), 'utf8');
const at = (date: string): ReturnType<typeof checkCertificates> =>
  checkCertificates(
    testContext({
      caFile: '/state/certs/ca.crt',
      now: new Date(date),
      readText: (path) => (path.endsWith('ca.crt') ? pem : undefined),
    })
  );

describe('checkCertificates', () => {
  it.each([
    ['2026-12-01', 'ok'],
    ['2036-11-01', 'warn'],
    ['2036-12-01', 'fail'],
  ])('on %s says %s', async (date, level) => {
    expect(await at(date)).toMatchObject([{ level, what: 'Certificate authority' }]);
  });

  it('fails on a file that cannot be read', async () => {
    const context = testContext({ caFile: '/nowhere/ca.crt' });
    expect(await checkCertificates(context)).toMatchObject([{ level: 'fail', saw: '/nowhere/ca.crt cannot be read' }]);
  });
});
