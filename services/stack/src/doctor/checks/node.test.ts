import { testContext } from '../testContext';
import { checkNode } from './node';

describe('checkNode', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.18.3', 'fail'],
    ['18.20.0', 'fail'],
    ['24.1.0', 'ok'],
  ])('takes %s as %s', async (nodeVersion, level) => {
    expect((await checkNode(testContext({ nodeVersion })))[0]?.level).toBe(level);
  });
});
