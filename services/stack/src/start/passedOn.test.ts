import { passedOn } from './passedOn';

describe('passedOn', () => {
  it('keeps one part’s Elasticsearch password from the others', () => {
    const env = {
      SPENDSCOPE_API_PASSWORD: 'of the API',
      PATH: '/bin',
      ELASTICSEARCH_PASSWORD: 'of setup',
      ELASTICSEARCH_URL: 'https://x',
      HOME: '/h',
    };
    expect(passedOn(env)).toEqual({ PATH: '/bin', HOME: '/h' });
  });
});
