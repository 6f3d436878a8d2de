import { testContext } from '../testContext';
import { checkKibana, kibanaSetting } from './kibana';

const elasticsearchUrl = 'https://127.0.0.1:9200';
const check = (yml: string): ReturnType<typeof checkKibana> =>
  checkKibana(
    testContext({
      elasticsearchUrl,
      env: { KIBANA_HOME: '/kibana' },
      readText: (path) => (path === '/kibana/config/kibana.yml' ? yml : undefined),
    })
  );

describe('checkKibana', () => {
  it('says nothing where no Kibana is named', async () => {
    expect(await checkKibana(testContext())).toEqual([]);
  });

  it('takes localhost and 127.0.0.1 as one machine', async () => {
    const results = await check('server.host: "localhost"\nelasticsearch.hosts: ["https://localhost:9200"]\n');
    expect(results.map((result) => result.level)).toEqual(['ok', 'ok']);
  });

  it('finds another server and an open address', async () => {
    const results = await check('server.host: 0.0.0.0 # all\nelasticsearch.hosts: ["http://elastic.example:9200"]\n');
    expect(results.map((result) => [result.what, result.level])).toEqual([
      ['Kibana elasticsearch.hosts', 'warn'],
      ['Kibana server.host', 'warn'],
    ]);
  });

  it('falls back to what Kibana itself takes where a setting is commented out', async () => {
    expect(kibanaSetting('#server.host: "0.0.0.0"\n', 'server.host')).toBeUndefined();
    expect((await check('#server.host: "0.0.0.0"\n'))[1]).toMatchObject({ level: 'ok', saw: 'localhost' });
  });
});
