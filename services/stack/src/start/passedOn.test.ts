import { passedOn } from './passedOn';

describe('passedOn', () => {
  it('keeps what one part alone may know from the others', () => {
    const env = {
      SPENDSCOPE_API_PASSWORD: 'of the API',
      SPENDSCOPE_LLM_KEY: 'of the API, too',
      SPENDSCOPE_LLM_KEY_FILE: '/run/secrets/llm',
      SPENDSCOPE_ALERT_SLACK_URL: 'of Grafana',
      SPENDSCOPE_ALERT_PAGERDUTY_KEY: 'of Grafana, too',
      GF_SMTP_PASSWORD: 'of Grafana, too',
      PATH: '/bin',
      ELASTICSEARCH_PASSWORD: 'of setup',
      ELASTICSEARCH_URL: 'https://x',
      HOME: '/h',
    };
    expect(passedOn(env)).toEqual({ PATH: '/bin', HOME: '/h' });
  });
});
