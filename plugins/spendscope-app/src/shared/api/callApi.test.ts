import { ActionList } from '@spendscope/contracts';
import { actionList } from '../../testing/anomalyFixtures';
import { ApiFailure, fakeApi } from '../../testing/fakeApi';
import { callApi } from './callApi';

const actions = (): Promise<ActionList> => callApi({ answer: ActionList, path: 'actions' });

const told = actionList([]);

describe('callApi', () => {
  it('gives an answer that has the shape that the API promises', async () => {
    fakeApi({ 'GET actions': () => told });
    await expect(actions()).resolves.toEqual(told);
  });

  it.each([
    ['a web page', '<html></html>'],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a message', { message: 'Not here' }],
    ['no caller', { ...told, caller: undefined }],
    ['a caller without rights', { ...told, caller: { login: 'a', role: 'Admin' } }],
    ['a list that is none', { ...told, actions: {} }],
  ])('takes %s for a service that is down', async (_, answer) => {
    fakeApi({ 'GET actions': () => answer });
    await expect(actions()).rejects.toMatchObject({
      status: 0,
      retryable: true,
      message: expect.stringContaining('did not answer') as string,
    });
  });

  it('keeps what the API says of a refusal', async () => {
    fakeApi({
      'GET actions': () => {
        throw new ApiFailure(403, { type: 'about:blank', title: 'No', status: 403, detail: 'You may not.' });
      },
    });
    await expect(actions()).rejects.toMatchObject({ status: 403, message: 'You may not.' });
  });
});
