import { GrafanaAlerts, IntakeResult, WatcherAlert } from '@spendscope/contracts';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../http/apiError';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { actingOf } from '../../identity/acting';
import { sha256 } from '../audit/chain';
import { ReviewStore } from './ReviewStore';
import { type IncomingAlert, fromGrafana, fromWatcher } from './incomingAlert';
import { recordRefusal, requireSignature, signatureOf } from './signedBody';
import { takeAlerts } from './takeAlerts';
import { type Run, takeOnce } from './watcherReplay';

const bodyLimit = 1024 * 1024;

export const hookRoutes: ApiModule = async (app, { services }) => {
  const { interventions: parts, idempotency } = services;
  const reviews = new ReviewStore(services.client, services.now);
  app.decorateRequest('signedText', '');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    request.signedText = String(text);
    parseJson(request, String(text), done);
  });

  const intake = async (request: FastifyRequest, { id, held }: Run, alerts: IncomingAlert[]): Promise<IntakeResult> => {
    try {
      const taken = await takeAlerts(parts, reviews, actingOf(request), alerts);
      await idempotency.finish(id, held, { status: 200, body: JSON.stringify(taken) });
      return taken;
    } catch (error) {
      // The sender tries again, perhaps within the same second: that is no replay.
      await idempotency.abandon(id, held).catch(() => undefined);
      throw error;
    }
  };

  app.post(
    '/v1/hooks/grafana-alert',
    {
      bodyLimit,
      config: { machine: 'grafana-alert' },
      preValidation: (request: FastifyRequest) => requireSignature(services, request),
      schema: {
        summary: 'Alerts of Grafana’s webhook contact point, signed; opens review items',
        body: GrafanaAlerts,
        response: responses({ 200: IntakeResult }),
      },
    },
    async (request) => {
      // The signature covers time and body: its second coming is a replay, on whichever server it arrives.
      const beginning = await idempotency.begin(['grafana-alert', signatureOf(request)], sha256(request.signedText));
      if (beginning.kind === 'replay') {
        await recordRefusal(services, request, 'replayed');
        throw new ApiError(409, 'replayed', 'This very notification was taken before.');
      }
      return intake(request, beginning, request.body.alerts.map(fromGrafana));
    }
  );

  app.post(
    '/v1/hooks/watcher',
    {
      config: { machine: 'watcher' },
      schema: {
        summary: 'An alert of Elasticsearch Watcher; opens a review item',
        body: WatcherAlert,
        response: responses({ 200: IntakeResult }),
      },
    },
    async (request) => intake(request, await takeOnce(services, request, request.body), [fromWatcher(request.body)])
  );
};
