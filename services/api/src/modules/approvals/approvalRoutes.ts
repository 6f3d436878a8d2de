import { ApprovalRequest, CancellationRequest, InterventionResult } from '@spendscope/contracts';
import { ConditionalHeaders } from '../../http/effectSchema';
import { versionOfIfMatch } from '../../http/etag';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { decideRequest } from './decideRequest';

const common = { params: IdParams, headers: ConditionalHeaders, response: responses({ 200: InterventionResult }) };

export const approvalRoutes: ApiModule = async (app, { services }) => {
  const { interventions: parts, idempotency } = services;

  app.post(
    '/v1/approvals/:id',
    { schema: { ...common, summary: 'Approve or reject what another person asked for', body: ApprovalRequest } },
    async (request, reply) => {
      const { decision: verdict, payloadHash, comment } = request.body;
      const read = versionOfIfMatch(request.headers['if-match']);
      const ruling = { id: request.params.id, read, verdict, payloadHash, comment };
      return idempotent(idempotency, request, reply, () => decideRequest(parts, actingOf(request), ruling)) as never;
    }
  );

  app.post(
    '/v1/cancellations/:id',
    { schema: { ...common, summary: 'Take back one’s own request', body: CancellationRequest } },
    async (request, reply) => {
      const read = versionOfIfMatch(request.headers['if-match']);
      const ruling = { id: request.params.id, read, verdict: 'cancel' as const, comment: request.body.comment };
      return idempotent(idempotency, request, reply, () => decideRequest(parts, actingOf(request), ruling)) as never;
    }
  );
};
