import { ExportRequest } from '@spendscope/contracts';
import Type from 'typebox';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { actingOf } from '../../identity/acting';
import { exportSelection } from './exportSelection';

export const exportRoutes: ApiModule = async (app, { services }) => {
  app.post(
    '/v1/exports',
    {
      config: { evenReadonly: true },
      schema: {
        summary: 'A selection as CSV; recorded',
        body: ExportRequest,
        response: responses({
          200: { description: 'RFC 4180', content: { 'text/csv': { schema: Type.String() } } },
        }),
      },
    },
    async (request, reply) => {
      const text = await exportSelection(services.interventions, services.client, actingOf(request), request.body);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="spendscope-${request.body.kind}.csv"`)
        .serializer((value: string) => value)
        .send(text as never);
    }
  );
};
