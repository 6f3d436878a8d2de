import { program, testContext } from '../testContext';
import { checkMaven } from './maven';

describe('checkMaven', () => {
  it('is content without Maven once Elasticsearch is in the cache', async () => {
    expect(await checkMaven(testContext({ exists: () => true }))).toMatchObject([{ level: 'ok' }]);
  });

  it('fails without Maven and without a cache', async () => {
    expect(await checkMaven(testContext())).toMatchObject([{ level: 'fail', saw: 'none found' }]);
  });

  it('is content without Maven where Elasticsearch is given', async () => {
    const env = { ELASTICSEARCH_URL: 'https://elasticsearch.example' };
    expect(await checkMaven(testContext({ env }))).toMatchObject([{ level: 'ok' }]);
  });

  it('shows the version', async () => {
    const context = testContext({ run: program('mvn', 'Apache Maven 3.9.9 (8e8579a9)\nMaven home: /x') });
    expect(await checkMaven(context)).toEqual([{ level: 'ok', what: 'Maven', saw: '3.9.9' }]);
  });
});
