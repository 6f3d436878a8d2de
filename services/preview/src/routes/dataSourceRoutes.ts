import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import { readRange, runQueries } from '../elasticsearch/runQueries';
import { asArray, asRecord, asText } from '../narrow';
import { type DataSource, dataSourceAnswer } from '../provisioning/dataSources';

/** The searches of a `_msearch` body, each bound to the data source's own index whatever its header asks for. */
function boundSearches(text: string, index: string): object[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => (at % 2 === 0 ? { index, ignore_unavailable: true } : asRecord(JSON.parse(line))));
}

/** Data sources, their queries, and what their variables ask. */
export const dataSourceRoutes =
  ({ dataSources, elastic }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    app.addContentTypeParser(['application/x-ndjson', 'text/plain'], { parseAs: 'string' }, (_, body, done) =>
      done(null, body)
    );

    const find = (test: (source: DataSource) => boolean): DataSource => {
      const source = dataSources().find(test);
      if (!source) {
        throw Object.assign(new Error('Data source not found'), { statusCode: 404 });
      }
      return source;
    };
    const byUid = (uid: string): DataSource => find((source) => source.uid === uid);

    app.get('/api/datasources', async () => dataSources().map(dataSourceAnswer));
    app.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid', async ({ params }) =>
      dataSourceAnswer(byUid(params.uid))
    );
    app.get<{ Params: { name: string } }>('/api/datasources/name/:name', async ({ params }) =>
      dataSourceAnswer(find((source) => source.name === params.name))
    );
    app.get<{ Params: { id: string } }>('/api/datasources/:id', async ({ params }) =>
      dataSourceAnswer(find((source) => String(source.id) === params.id))
    );
    app.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid/health', async ({ params }) => {
      const source = byUid(params.uid);
      await elastic.count({ index: source.index, ignore_unavailable: true });
      return { status: 'OK', message: 'Elasticsearch data source is healthy.' };
    });

    app.post('/api/ds/query', async (request, reply) => {
      const body = asRecord(request.body);
      const sources = dataSources();
      const results = await runQueries(elastic, asArray(body.queries), readRange(body), (uid) =>
        sources.find((source) => source.uid === uid)
      );
      const failed = Object.values(results).some((result) => 'error' in result);
      return reply.code(failed ? 400 : 200).send({ results });
    });

    app.post<{ Params: { uid: string } }>('/api/datasources/uid/:uid/resources/_msearch', async (request) => {
      const bulkBody = boundSearches(asText(request.body), byUid(request.params.uid).index);
      return elastic.transport.request({ method: 'POST', path: '/_msearch', bulkBody });
    });
    app.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid/resources/_mapping', async ({ params }) =>
      elastic.indices.getMapping({ index: byUid(params.uid).index, ignore_unavailable: true })
    );
  };
