import { readConfig } from './readConfig';

const valid = {
  ELASTICSEARCH_URL: 'https://localhost:9200',
  SPENDSCOPE_STATE_DIR: '/state',
  SPENDSCOPE_CHANNEL_TOKENS: 'a'.repeat(32),
  SPENDSCOPE_GRAFANA_ISSUER: 'http://localhost:3000/',
};

describe('readConfig', () => {
  it('fills in what is not said', () => {
    expect(readConfig(valid)).toEqual({
      host: '127.0.0.1',
      port: 8085,
      elastic: { url: 'https://localhost:9200', username: undefined, password: undefined, caFile: undefined },
      stateDir: '/state',
      channelTokens: ['a'.repeat(32)],
      grafana: {
        issuer: 'http://localhost:3000/',
        jwksUrl: 'http://localhost:3000/api/signing-keys/keys',
        orgId: '1',
      },
      alertSecrets: [],
      watcherTokens: [],
      serviceTokens: [],
      decisionsFail: 'closed',
      mode: 'enforce',
      logLevel: 'info',
    });
  });

  it('takes a bucket, programs and secrets of machines', () => {
    const [alert, watcher, payments] = ['a', 'w', 'p'].map((letter) => letter.repeat(32)) as [string, string, string];
    expect(
      readConfig({
        ...valid,
        SPENDSCOPE_ALERT_SECRET: alert,
        SPENDSCOPE_WATCHER_TOKENS: watcher,
        SPENDSCOPE_SERVICE_TOKENS: `payments:${payments}`,
        SPENDSCOPE_DECISIONS_FAIL: 'open',
        SPENDSCOPE_CHECKPOINTS_URL: 's3://audit-heads/bank/',
        SPENDSCOPE_S3_ENDPOINT: 'https://minio.bank.test',
      })
    ).toMatchObject({
      alertSecrets: [alert],
      watcherTokens: [watcher],
      serviceTokens: [{ name: 'payments', token: payments }],
      decisionsFail: 'open',
      checkpoints: { bucket: 'audit-heads', prefix: 'bank', endpoint: 'https://minio.bank.test', region: 'us-east-1' },
    });
  });

  it('takes two tokens while one is being rotated', () => {
    const tokens = `${'a'.repeat(24)}, ${'b'.repeat(24)}`;
    expect(readConfig({ ...valid, SPENDSCOPE_CHANNEL_TOKENS: tokens }).channelTokens).toEqual([
      'a'.repeat(24),
      'b'.repeat(24),
    ]);
  });

  it.each([
    ['ELASTICSEARCH_URL', undefined, 'ELASTICSEARCH_URL is not set'],
    ['SPENDSCOPE_STATE_DIR', ' ', 'SPENDSCOPE_STATE_DIR is not set'],
    ['SPENDSCOPE_CHANNEL_TOKENS', undefined, 'SPENDSCOPE_CHANNEL_TOKENS is not set'],
    ['SPENDSCOPE_CHANNEL_TOKENS', 'short', 'shorter than 24 characters'],
    ['SPENDSCOPE_CHANNEL_TOKENS', ['a', 'b', 'c'].map((t) => t.repeat(24)).join(), 'holds 3 tokens'],
    ['SPENDSCOPE_GRAFANA_ISSUER', 'localhost', 'not an http(s) address'],
    ['SPENDSCOPE_GRAFANA_ISSUER', 'javascript:alert(1)', 'not an http(s) address'],
    ['SPENDSCOPE_API_PORT', '80a', 'not a port'],
    ['SPENDSCOPE_GRAFANA_ORG', 'main', 'not a number'],
    ['SPENDSCOPE_SERVICE_TOKENS', 'payments', 'not NAME:TOKEN'],
    ['SPENDSCOPE_SERVICE_TOKENS', 'payments:short', 'shorter than 24 characters'],
    ['SPENDSCOPE_CHECKPOINTS_URL', 'https://bucket', 'Set it to s3://BUCKET'],
    ['SPENDSCOPE_TLS_CERT', '/none.pem', 'Set both SPENDSCOPE_TLS_CERT and SPENDSCOPE_TLS_KEY'],
    ['SPENDSCOPE_CHANNEL_TOKENS_FILE', '/none/tokens', '/none/tokens cannot be read'],
    ['SPENDSCOPE_INTERVENTION_MODE', 'off', 'Set it to one of observe, enforce, readonly.'],
  ])('names %s when it is %p', (name, value, message) => {
    expect(() => readConfig({ ...valid, [name]: value })).toThrow(message);
  });
});
