import { InterventionResult, ReleaseRequest } from '@spendscope/contracts';
import { ConditionalHeaders } from '../../http/effectSchema';
import { versionOfIfMatch } from '../../http/etag';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { releaseIntervention } from './releaseIntervention';

export const releaseRoutes: ApiModule = async (app, { services }) => {
  app.post(
    '/v1/releases/:id',
    {
      schema: {
        summary: 'Undo an active intervention',
        params: IdParams,
        headers: ConditionalHeaders,
        body: ReleaseRequest,
        response: responses({ 200: InterventionResult }),
      },
    },
    async (request, reply) => {
      const read = versionOfIfMatch(request.headers['if-match']);
      const release = { ...request.body, id: request.params.id, read };
      return idempotent(services.idempotency, request, reply, () =>
        releaseIntervention(services.interventions, actingOf(request), release)
      ) as never;
    }
  );
};
