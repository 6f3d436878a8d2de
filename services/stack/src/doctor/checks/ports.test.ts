import { testContext } from '../testContext';
import { checkPorts } from './ports';

const taken = (port: number) => async (asked: number) => asked !== port;

describe('checkPorts', () => {
  it('finds three free ports', async () => {
    expect((await checkPorts(testContext())).map((result) => result.saw)).toEqual(['free', 'free', 'free']);
  });

  it('names who holds a port and the variable that moves us', async () => {
    const context = testContext({
      isPortFree: taken(3000),
      portHolder: async () => ({ pid: 42, command: 'grafana', address: '127.0.0.1' }),
    });
    expect((await checkPorts(context))[2]).toEqual({
      level: 'fail',
      what: 'Port 3000 (ui)',
      saw: 'held by grafana (process 42)',
      fix: 'Stop that program, or set SPENDSCOPE_UI_PORT to another port.',
    });
  });

  it('knows a port that a child of our own process holds', async () => {
    const context = testContext({
      isPortFree: taken(9200),
      portHolder: async () => ({ pid: 43, command: 'java', address: '127.0.0.1' }),
      ours: new Map([[42, 'elasticsearch']]),
      readText: (path) => (path === '/proc/43/status' ? 'Name:\tjava\nPPid:\t42\n' : undefined),
    });
    expect((await checkPorts(context))[0]).toMatchObject({ level: 'ok', saw: 'held by this stack' });
  });

  it('does not take a stranger for ours while our stack runs', async () => {
    const context = testContext({
      isPortFree: taken(9200),
      portHolder: async () => ({ pid: 99, command: 'java', address: '127.0.0.1' }),
      ours: new Map([[42, 'elasticsearch']]),
      readText: () => 'PPid:\t1\n',
    });
    expect((await checkPorts(context))[0]?.level).toBe('fail');
  });
});
