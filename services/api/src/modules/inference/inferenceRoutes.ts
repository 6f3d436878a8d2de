import {
  InferRequest,
  InferResponse,
  InferenceError,
  InferenceLive,
  InferenceReady,
  InferenceServer,
  ModelMetadata,
  ModelReady,
  ServedModelParams,
  ServedVersionParams,
  inferenceBodyBytes,
} from '@spendscope/contracts';
import type { FastifyReply } from 'fastify';
import type { TSchema } from 'typebox';
import { ApiError } from '../../http/apiError';
import { checkOnly } from '../../http/checkOnly';
import type { ApiModule } from '../../http/module';
import { requireService } from '../../identity/requireService';
import { serviceVersion } from '../audit/serviceVersion';
import { detectorMetadata, refuseDetectors } from './detectorsNeedHistory';
import { sendInferenceError } from './sendInferenceError';

const answers = <Success extends TSchema>(success: Success) => ({ 200: success, '4xx': InferenceError, '5xx': InferenceError }); // prettier-ignore
const config = { machine: 'service' } as const;

/** Open Inference Protocol, version 2, over REST: for programs, by service token. */
export const inferenceRoutes: ApiModule = async (app, { services }) => {
  const { inference } = services;
  requireService(app, services, sendInferenceError);

  app.get(
    '/v2',
    { config, schema: { summary: 'The inference server', response: answers(InferenceServer) } },
    async () => ({ name: 'spendscope', version: serviceVersion, extensions: [] })
  );
  app.get(
    '/v2/health/live',
    { config, schema: { summary: 'Whether the inference server runs', response: answers(InferenceLive) } },
    async () => ({ live: true })
  );
  app.get(
    '/v2/health/ready',
    { config, schema: { summary: 'Whether each model that is live is served', response: answers(InferenceReady) } },
    async () => {
      const problems = inference.models.flatMap(({ name, problem }) => (problem ? [`${name}: ${problem}`] : []));
      if (!inference.models.every(({ isReady }) => isReady)) {
        throw notReady(problems.join(' '));
      }
      return { ready: true, problems };
    }
  );

  const metadataOf = ({ name, version }: { name: string; version?: string }): ModelMetadata => {
    if (name === detectorMetadata.name) {
      return detectorMetadata;
    }
    const model = inference.model(name);
    const { metadata } = model.find(version);
    return { name, versions: version ? [version] : model.versions.map(({ ref }) => ref.version), ...metadata };
  };
  const readyOf = ({ name, version }: { name: string; version?: string }): ModelReady => {
    refuseDetectors(name);
    const model = inference.model(name);
    const { ref } = model.find(version);
    return { name, ready: true, version: ref.version, ...(model.problem ? { problem: model.problem } : {}) };
  };
  const infer = (params: { name: string; version?: string }, body: InferRequest, reply: FastifyReply): void => {
    refuseDetectors(params.name);
    const { metrics } = inference;
    const model = inference.model(params.name).find(params.version);
    const labels = { model: model.name, version: model.ref.version };
    const ended = metrics.seconds.startTimer(labels);
    try {
      const answer = model.infer(body, (probability) => metrics.scores.observe(labels, probability));
      ended();
      metrics.requests.inc({ ...labels, result: 'answered' });
      metrics.rows.inc(labels, answer.outputs[0]!.data.length);
      void reply.send(answer);
    } catch (error) {
      metrics.requests.inc({ ...labels, result: error instanceof ApiError ? 'refused' : 'failed' });
      throw error;
    }
  };

  const described = { config, validatorCompiler: checkOnly };
  const asked = { ...described, bodyLimit: inferenceBodyBytes };
  for (const [path, params, which] of [
    ['/v2/models/:name', ServedModelParams, 'the live version of a model'],
    ['/v2/models/:name/versions/:version', ServedVersionParams, 'one version of a model'],
  ] as const) {
    app.get(
      path,
      { ...described, schema: { summary: `Inputs and outputs of ${which}`, params, response: answers(ModelMetadata) } },
      async (request) => metadataOf(request.params)
    );
    app.get(
      `${path}/ready`,
      { ...described, schema: { summary: `Whether ${which} is served`, params, response: answers(ModelReady) } },
      async (request) => readyOf(request.params)
    );
    app.post(
      `${path}/infer`,
      { ...asked, schema: { summary: `Scores by ${which}`, params, body: InferRequest, response: answers(InferResponse) } }, // prettier-ignore
      (request, reply) => infer(request.params, request.body, reply)
    );
  }
};

const notReady = (problems: string): ApiError =>
  new ApiError(503, 'model_not_loaded', problems, { headers: { 'retry-after': '5' } });
