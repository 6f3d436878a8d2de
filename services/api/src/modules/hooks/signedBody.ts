import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../http/apiError';
import { actingOf } from '../../identity/acting';
import { judgeSignature, machineActor } from '../../identity/machines';
import { channelNamed } from '../../identity/nobody';
import type { Services } from '../../services';
import { Recorder } from '../audit/Recorder';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, where its signature is judged. */
    signedText: string;
  }
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

export const signatureOf = (request: FastifyRequest): string => headerOf(request, 'x-grafana-alerting-signature') ?? '';

/** Takes the alerting's signature for its identity. @throws ApiError 401 where it is missing, wrong or too old */
export async function requireSignature(services: Services, request: FastifyRequest): Promise<void> {
  const verdict = judgeSignature(
    {
      signature: signatureOf(request),
      timestamp: headerOf(request, 'x-grafana-alerting-timestamp'),
      body: request.signedText,
    },
    services.config.alertSecrets,
    services.now()
  );
  const code = { good: '', late: 'signature_late', wrong: 'signature_required' }[verdict];
  if (verdict !== 'good') {
    services.metrics.identityFailures.inc({ code });
    services.refusedCalls.count(request);
  }
  if (verdict === 'wrong') {
    throw new ApiError(401, code, 'The alert is not signed with the secret of this service’s contact point.');
  }
  request.caller = {
    actor: machineActor('grafana-alert'),
    rights: [],
    channel: channelNamed(request, 'service:grafana-alert'),
  };
  if (verdict === 'late') {
    await recordRefusal(services, request, code);
    throw new ApiError(401, code, 'The alert’s timestamp is more than five minutes off. Check both clocks.');
  }
}

/** From somebody who has the secret, and still refused: that is worth a record. */
export async function recordRefusal(services: Services, request: FastifyRequest, result: string): Promise<void> {
  const recorder = await Recorder.open(services.interventions.audit, {
    ...actingOf(request),
    action: request.routeOptions.config.machine === 'watcher' ? 'alerts.watcher' : 'alerts.grafana',
    policyVersion: services.policy.current.version,
  });
  await recorder.record({ stage: 'Denied', result });
}
