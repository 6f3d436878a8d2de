import {
  JobList,
  OccurrenceList,
  OccurrenceReport,
  RunCancellation,
  RunRequest,
  WishTaken,
  jobIdPattern,
  occurrenceIdPattern,
  occurrenceStates,
} from '@spendscope/contracts';
import Type from 'typebox';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { readJobs, readOccurrence, searchOccurrences } from './readJobs';
import { askForEnd, askForRun } from './wishes';

const OccurrenceQuery = Type.Object(
  {
    job: Type.Optional(Type.String({ pattern: jobIdPattern })),
    state: Type.Optional(Type.Enum([...occurrenceStates])),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false }
);
const OccurrenceParams = Type.Object({ id: Type.String({ pattern: occurrenceIdPattern }) });
/** Of an occurrence, or of the run that it recorded. */
const RunParams = Type.Object({ id: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{3,99}$' }) });

export const jobRoutes: ApiModule = async (app, { services }) => {
  const { client, interventions: parts, idempotency, now } = services;

  app.get(
    '/v1/jobs',
    {
      schema: {
        summary: 'Jobs of the scheduler: when each is due, how its last runs went, whether it is late',
        response: responses({ 200: JobList }),
      },
    },
    async () => readJobs(client, now())
  );

  app.get(
    '/v1/occurrences',
    {
      schema: {
        summary: 'Times that jobs were due or asked for, newest first, and what became of them',
        querystring: OccurrenceQuery,
        response: responses({ 200: OccurrenceList }),
      },
    },
    async ({ query }) => searchOccurrences(client, query)
  );

  app.get(
    '/v1/occurrences/:id',
    {
      schema: {
        summary: 'One of them, with what the job said',
        params: OccurrenceParams,
        response: responses({ 200: OccurrenceReport }),
      },
    },
    async ({ params }) => readOccurrence(client, params.id)
  );

  app.post(
    '/v1/runs',
    { schema: effectSchema('Ask the scheduler to start a job now', RunRequest, { 202: WishTaken }) },
    async (request, reply) =>
      idempotent(idempotency, request, reply, async (seed) => {
        const asking = { client, parts, acting: actingOf(request), seed };
        return { status: 202, body: await askForRun(asking, request.body) };
      }) as never
  );

  app.post(
    '/v1/runs/:id/cancellations',
    {
      schema: {
        ...effectSchema('Ask the scheduler to end a run', RunCancellation, { 202: WishTaken }),
        params: RunParams,
      },
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, async (seed) => {
        const asking = { client, parts, acting: actingOf(request), seed };
        return { status: 202, body: await askForEnd(asking, request.params.id, request.body.reason) };
      }) as never
  );
};
