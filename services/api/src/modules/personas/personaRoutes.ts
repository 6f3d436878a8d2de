import {
  PersonaEditRequest,
  PersonaEntry,
  PersonaList,
  PersonaPrompt,
  PersonaRatingRequest,
  PersonaRegeneration,
} from '@spendscope/contracts';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ApiError } from '../../http/apiError';
import { ConditionalHeaders, effectSchema } from '../../http/effectSchema';
import { versionOfIfMatch } from '../../http/etag';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { refuseReadonly } from '../interventions/parts';
import { recordEffect } from '../interventions/recordEffect';
import type { PersonaWriter } from './PersonaWriter';
import { editConflict, newEdit } from './editPersona';
import { entryOf, listPersonas } from './listPersonas';
import { type PersonaSubject, readPersonaSubjects } from './personaSubjects';
import { buildPrompt, promptVersion } from './prompt/buildPrompt';
import { leastCustomers } from './prompt/personaFacts';

const IfMatch = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'ETag of the edit that stands; absent where there is none' })),
});
/** Of the words that would be sent while no language model is configured. */
const localeWithoutWriter = 'en';
const ClusterParams = Type.Object({ cluster: Type.Integer({ minimum: 0, maximum: 1_000 }) });

export const personaRoutes: ApiModule = async (app, { services }) => {
  const { client, personas, interventions: parts } = services;

  /** @throws ApiError 404 where there is no such cluster, 409 where a newer run was published since `runId` */
  const subjectOf = async (cluster: number, runId?: string): Promise<PersonaSubject> => {
    const subject = (await readPersonaSubjects(client)).find(({ segment }) => segment.cluster === cluster);
    if (!subject) {
      throw new ApiError(404, 'cluster_unknown', 'The newest run has no such cluster. Load the page anew.');
    }
    if (runId !== undefined && subject.segment.run_id !== runId) {
      throw new ApiError(409, 'run_superseded', 'A newer run has been published since. Load the page anew.');
    }
    return subject;
  };
  const current = async (subject: PersonaSubject, request: FastifyRequest): Promise<PersonaEntry> =>
    (await listPersonas([subject], personas, request.caller!.actor.sub)).items[0]!;
  /** Does it between two records; the second says what came of it. */
  const recorded = <Answer>(
    request: FastifyRequest,
    action: string,
    work: () => Promise<{ result: string; answer: Answer }>
  ): Promise<Answer> => recordEffect(parts, actingOf(request), { action }, work);
  const writerOr409 = (): PersonaWriter => {
    if (!personas.writer) {
      throw new ApiError(
        409,
        'llm_off',
        'No language model is configured: texts are those of the rules. An operator sets SPENDSCOPE_LLM_PROVIDER, SPENDSCOPE_LLM_MODEL and a key for the API.'
      );
    }
    return personas.writer;
  };

  app.get(
    '/v1/personas',
    { schema: { summary: 'Texts of the newest run’s personas, and who wrote them', response: responses({ 200: PersonaList }) } },
    async (request) => listPersonas(await readPersonaSubjects(client), personas, request.caller!.actor.sub)
  ); // prettier-ignore

  app.get(
    '/v1/personas/:cluster/prompt',
    {
      schema: {
        summary: 'All that a language model is told, or would be told, of a cluster',
        params: ClusterParams,
        response: responses({ 200: PersonaPrompt }),
      },
    },
    async ({ params }) => {
      const subject = await subjectOf(params.cluster);
      const payload = personas.writer?.payloadFor(subject) ?? buildPrompt(subject.facts, localeWithoutWriter);
      return { version: promptVersion, tooFew: subject.segment.size < leastCustomers, ...payload };
    }
  );

  app.post(
    '/v1/personas/:cluster/regenerate',
    {
      schema: {
        ...effectSchema('Have a persona’s text written anew', PersonaRegeneration, { 200: PersonaEntry }),
        params: ClusterParams,
      },
    },
    async (request, reply) =>
      idempotent(services.idempotency, request, reply, async () => {
        refuseReadonly(parts.mode);
        const writer = writerOr409();
        const subject = await subjectOf(request.params.cluster, request.body.runId);
        return recorded(request, 'persona.regenerate', async () => {
          const text = await writer.write(subject, request.caller!.actor.login);
          return { result: text.reason ?? 'written', answer: { status: 200, body: entryOf(subject, text) } };
        });
      }) as never
  );

  app.put(
    '/v1/personas/:cluster',
    {
      schema: {
        summary: 'Let words of one’s own stand, or pin those that stand',
        params: ClusterParams,
        headers: IfMatch,
        body: PersonaEditRequest,
        response: responses({ 200: PersonaEntry }),
      },
    },
    async (request) => {
      refuseReadonly(parts.mode);
      const subject = await subjectOf(request.params.cluster, request.body.runId);
      const tag = request.headers['if-match'];
      const read = tag === undefined ? undefined : versionOfIfMatch(tag);
      const by = { login: request.caller!.actor.login, at: services.now() };
      const edit = await newEdit(personas, subject, request.body, by);
      return recorded(request, 'persona.edit', async () => {
        if (!(await personas.edits.put(edit, read))) {
          throw editConflict();
        }
        return { result: edit.pinned ? 'pinned' : 'edited', answer: await current(subject, request) };
      });
    }
  );

  app.post(
    '/v1/personas/:cluster/restore',
    {
      schema: {
        ...effectSchema('Take back what a person made of a text', PersonaRegeneration, { 200: PersonaEntry }),
        headers: ConditionalHeaders,
        params: ClusterParams,
      },
    },
    async (request, reply) => {
      const read = versionOfIfMatch(request.headers['if-match']);
      return idempotent(services.idempotency, request, reply, async () => {
        refuseReadonly(parts.mode);
        const subject = await subjectOf(request.params.cluster, request.body.runId);
        return recorded(request, 'persona.restore', async () => {
          if (!(await personas.edits.restore(subject.segment.name, read))) {
            throw editConflict();
          }
          return { result: 'restored', answer: { status: 200, body: await current(subject, request) } };
        });
      }) as never;
    }
  );

  app.post(
    '/v1/personas/:cluster/ratings',
    {
      schema: {
        ...effectSchema('Say whether a text is good, or take that back', PersonaRatingRequest, { 200: PersonaEntry }),
        params: ClusterParams,
      },
    },
    async (request, reply) =>
      idempotent(services.idempotency, request, reply, async () => {
        refuseReadonly(parts.mode);
        const { runId, textHash, rating } = request.body;
        const subject = await subjectOf(request.params.cluster, runId);
        if ((await current(subject, request)).textHash !== textHash) {
          throw new ApiError(409, 'text_superseded', 'Another text stands there by now. Load the page anew.');
        }
        return recorded(request, 'persona.rate', async () => {
          const { actor } = request.caller!;
          const { name } = subject.segment;
          await (rating === 'none'
            ? personas.edits.unrate(actor.sub, textHash)
            : personas.edits.rate({ text_hash: textHash, name, run_id: runId, rating, by: actor, at: services.now().toISOString() })); // prettier-ignore
          return { result: rating, answer: { status: 200, body: await current(subject, request) } };
        });
      }) as never
  );
};
