import {
  MatchingQuery,
  PointsQuery,
  PointsState,
  SelectedCustomers as Page,
  SelectedCustomersQuery,
  indices,
} from '@spendscope/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Cursors } from '../../elastic/Cursors';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { isHidden, refuseHidden } from '../privacy/masking';
import { RunPacks } from './RunPacks';
import { SelectedCustomers } from './SelectedCustomers';

const { cluster } = indices.customers.fields;
const packed = { description: 'SPC1', content: { 'application/octet-stream': { schema: Type.String() } } };

/** Bytes as the caller takes them: zipped where it can unzip. */
function send(
  { headers }: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { plain, zipped }: { plain: Buffer; zipped: Buffer }
): never {
  const mayZip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  if (mayZip) {
    void reply.header('content-encoding', 'gzip');
  }
  return reply.type('application/octet-stream').send(mayZip ? zipped : plain) as never;
}

export const pointRoutes: ApiModule = async (app, { services }) => {
  const packs = new RunPacks(services.client);
  const selected = new SelectedCustomers(
    services.client,
    new Cursors(services.audit.keys.hashing, 'selected customers')
  );
  app.addHook('onClose', async () => packs.close());

  app.get(
    '/v1/points',
    {
      schema: {
        summary: 'How far the newest run is packed; asking begins it',
        response: responses({ 200: PointsState }),
      },
    },
    async ({ caller }) => {
      const state = await packs.state();
      return { ...state, columns: state.columns.filter((name) => !isHidden(caller!.rights, name)) };
    }
  );

  app.get(
    '/v1/points/:id/columns',
    {
      schema: {
        summary: 'Columns of all customers of a run, packed side by side',
        params: IdParams,
        querystring: PointsQuery,
        response: responses({ 200: packed, 304: Type.Null() }),
      },
    },
    async (request, reply) => {
      const names = [...new Set([cluster, ...request.query.names.split(',').filter(Boolean)])];
      refuseHidden(request.caller!.rights, names);
      const { plain, zipped, etag } = await packs.columns(request.params.id, names);
      void reply.header('etag', etag).header('vary', 'accept-encoding');
      if (request.headers['if-none-match'] === etag) {
        return reply.code(304).send(undefined as never);
      }
      return send(request, reply, { plain, zipped });
    }
  );

  app.post(
    '/v1/points/:id/matching',
    {
      config: { question: true },
      schema: {
        summary: 'Which customers of a run pass a dashboard’s filter, packed in the order of their columns',
        params: IdParams,
        body: MatchingQuery,
        response: responses({ 200: packed }),
      },
    },
    async (request, reply) => send(request, reply, await packs.matching(request.params.id, request.body.filter))
  );

  app.post(
    '/v1/points/customers',
    {
      config: { question: true },
      schema: {
        summary: 'Customers of a selection, those who spend most first',
        body: SelectedCustomersQuery,
        response: responses({ 200: Page }),
      },
    },
    async ({ body, caller }) => {
      const { axes } = body.selection;
      refuseHidden(caller!.rights, axes ? [axes.x.field, axes.y.field] : []);
      return selected.page(body);
    }
  );
};
