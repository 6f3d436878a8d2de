import { PersonaEntry, PersonaList, PersonaPrompt, PersonaRegeneration } from '@spendscope/contracts';
import Type from 'typebox';
import { ApiError } from '../../http/apiError';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { Recorder } from '../audit/Recorder';
import { recordingFailure, refuseReadonly } from '../interventions/parts';
import type { PersonaWriter } from './PersonaWriter';
import { entryOf, listPersonas } from './listPersonas';
import { type PersonaSubject, readPersonaSubjects } from './personaSubjects';
import { promptVersion } from './prompt/buildPrompt';

const ClusterParams = Type.Object({ cluster: Type.Integer({ minimum: 0, maximum: 1_000 }) });

export const personaRoutes: ApiModule = async (app, { services }) => {
  const { client, personas, interventions: parts } = services;

  const subjectOf = async (cluster: number): Promise<PersonaSubject> => {
    const subject = (await readPersonaSubjects(client)).find(({ segment }) => segment.cluster === cluster);
    if (!subject) {
      throw new ApiError(404, 'cluster_unknown', 'The newest run has no such cluster. Load the page anew.');
    }
    return subject;
  };
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
    async () => listPersonas(await readPersonaSubjects(client), personas.writer, personas.texts)
  ); // prettier-ignore

  app.get(
    '/v1/personas/:cluster/prompt',
    {
      schema: {
        summary: 'All that a language model is told of a cluster',
        params: ClusterParams,
        response: responses({ 200: PersonaPrompt }),
      },
    },
    async ({ params }) => ({
      version: promptVersion,
      ...writerOr409().promptFor(await subjectOf(params.cluster)),
    })
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
        const subject = await subjectOf(request.params.cluster);
        if (subject.segment.run_id !== request.body.runId) {
          throw new ApiError(409, 'run_superseded', 'A newer run has been published since. Load the page anew.');
        }
        const acting = actingOf(request);
        const recorder = await Recorder.open(parts.audit, {
          ...acting,
          action: 'persona.regenerate',
          policyVersion: parts.policy.version,
        });
        await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Decided', result: 'allow' });
        return recordingFailure(recorder, async () => {
          const text = await writer.write(subject, acting.caller.actor.login);
          await recorder.record({ stage: 'Completed', result: text.reason ?? 'written' });
          return { status: 200, body: entryOf(text, subject) };
        });
      }) as never
  );
};
