import { ExtensionRequest, InterventionResult } from '@spendscope/contracts';
import { ConditionalHeaders } from '../../http/effectSchema';
import { versionOfIfMatch } from '../../http/etag';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { extendIntervention } from './extendIntervention';

export const extensionRoutes: ApiModule = async (app, { services }) => {
  app.post(
    '/v1/extensions/:id',
    {
      schema: {
        summary: 'Give an active intervention another end',
        params: IdParams,
        headers: ConditionalHeaders,
        body: ExtensionRequest,
        response: responses({ 200: InterventionResult }),
      },
    },
    async (request, reply) => {
      const read = versionOfIfMatch(request.headers['if-match']);
      const extension = { ...request.body, id: request.params.id, read };
      return idempotent(services.idempotency, request, reply, () =>
        extendIntervention(services.interventions, actingOf(request), extension)
      ) as never;
    }
  );
};
