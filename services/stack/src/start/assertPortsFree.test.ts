import { assertPortsFree } from './assertPortsFree';

const ports = { elasticsearch: 9200, api: 8085, ui: 3000 };

describe('assertPortsFree', () => {
  it('names who holds the port and the variable that changes it', async () => {
    const probes = {
      isFree: async (port: number) => port !== 8085,
      holder: async () => ({ pid: 42, command: 'nginx', address: '0.0.0.0' }),
    };
    await expect(assertPortsFree(ports, ['elasticsearch', 'api'], probes)).rejects.toMatchObject({
      message: 'Port 8085 is taken by nginx (process 42).',
      fix: expect.stringContaining('SPENDSCOPE_API_PORT=8086 npm start'),
    });
    await expect(assertPortsFree(ports, ['ui'], probes)).resolves.toBeUndefined();
  });
});
