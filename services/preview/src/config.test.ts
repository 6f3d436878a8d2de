import { configFromEnvironment } from './config';

describe('configFromEnvironment', () => {
  it('listens on loopback unless told otherwise', () => {
    expect(configFromEnvironment({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      rootUrl: 'http://127.0.0.1:3000/',
    });
  });

  it('signs for the issuer that the API expects', () => {
    expect(configFromEnvironment({ SPENDSCOPE_GRAFANA_ISSUER: 'http://localhost:8080/' }).rootUrl).toBe(
      'http://localhost:8080/'
    );
  });

  it('refuses a port that is none, at start', () => {
    expect(() => configFromEnvironment({ SPENDSCOPE_UI_PORT: 'http' })).toThrow('SPENDSCOPE_UI_PORT');
  });
});
