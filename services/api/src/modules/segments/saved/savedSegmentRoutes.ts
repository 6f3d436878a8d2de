import {
  type SavedSegment,
  SavedSegment as SavedSegmentSchema,
  SavedSegmentChange,
  SavedSegmentList,
  SavedSegmentRequest,
  type SegmentDefinition,
} from '@spendscope/contracts';
import type { Versioned } from '@spendscope/elastic';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Cursors } from '../../../elastic/Cursors';
import { ApiError } from '../../../http/apiError';
import { ConditionalHeaders, effectSchema } from '../../../http/effectSchema';
import { changedMeanwhile, versionOfIfMatch } from '../../../http/etag';
import type { ApiModule } from '../../../http/module';
import { IdParams } from '../../../http/params';
import { responses } from '../../../http/responses';
import { idempotent } from '../../../idempotency/idempotent';
import { actingOf } from '../../../identity/acting';
import { recordFeedback } from '../../feedback/recordFeedback';
import { SelectedCustomers } from '../../points/SelectedCustomers';
import { SavedSegments, kindOf, mayChange, savedSegmentId } from './SavedSegments';

export const savedSegmentRoutes: ApiModule = async (app, { services }) => {
  const { client, interventions: parts, idempotency, now } = services;
  const cursors = new Cursors(services.audit.keys.hashing, 'saved segments');
  const saved = new SavedSegments(client, new SelectedCustomers(client, cursors));

  /** @throws ApiError 409 before the first run, 400 where the selection does not fit the customers */
  const countNow = async (selection: SavedSegmentRequest['selection']): Promise<{ runId: string; count: number }> => {
    const runId = await saved.newestRun();
    if (runId === undefined) {
      throw new ApiError(409, 'no_run', 'There are no customers yet: run the analysis first.');
    }
    const count = await saved.countIn(runId, selection);
    if (!count) {
      throw new ApiError(400, 'selection_unreadable', 'The selection does not fit the customers of the newest run.');
    }
    return { runId, count: count.value };
  };
  const toldOf = async (id: string, of: Versioned<SegmentDefinition>, request: FastifyRequest): Promise<SavedSegment> =>
    saved.told(id, of, request.caller!, await saved.newestRun());
  /** @throws ApiError 404 gone, 403 somebody else's */
  const changeable = async (id: string, request: FastifyRequest): Promise<Versioned<SegmentDefinition>> => {
    const known = await saved.documents.get(id);
    if (!known) {
      throw new ApiError(404, 'segment_unknown', 'There is no saved segment of this id.');
    }
    if (!mayChange(request.caller!, known.document)) {
      throw new ApiError(403, 'not_yours', `Only ${known.document.owner} or an operator may change this segment.`);
    }
    return known;
  };

  app.get(
    '/v1/segments/saved',
    { schema: { summary: 'Saved segments, and what each holds now', response: responses({ 200: SavedSegmentList }) } },
    async (request) => ({ items: await saved.list(request.caller!) })
  );

  app.post(
    '/v1/segments/saved',
    { schema: effectSchema('Save a selection as a segment', SavedSegmentRequest, { 201: SavedSegmentSchema }) },
    async (request, reply) =>
      idempotent(idempotency, request, reply, async () => {
        const { name, note, selection } = request.body;
        const { runId, count } = await countNow(selection);
        const definition: SegmentDefinition = {
          name,
          owner: request.caller!.actor.login,
          ...(note ? { note } : {}),
          kind: kindOf(selection),
          definition: selection,
          run_id: runId,
          frozen_count: count,
          created_at: now().toISOString(),
        };
        const id = savedSegmentId(name);
        const act = { action: 'segment.save', result: 'saved' };
        return recordFeedback(parts, actingOf(request), act, async () => {
          const created = await saved.documents.create(id, definition);
          if (!created) {
            throw new ApiError(409, 'name_taken', `There is a segment called ${name}. Choose another name.`);
          }
          return { status: 201, body: await toldOf(id, created, request) };
        });
      }) as never
  );

  app.put(
    '/v1/segments/saved/:id',
    {
      schema: {
        summary: 'Change a saved segment’s note, or compare with its count of today from now on',
        params: IdParams,
        headers: ConditionalHeaders,
        body: SavedSegmentChange,
        response: responses({ 200: SavedSegmentSchema }),
      },
    },
    async (request) => {
      const { id } = request.params;
      const read = versionOfIfMatch(request.headers['if-match']);
      const { document } = await changeable(id, request);
      const { note, recount } = request.body;
      const fresh = recount ? await countNow(document.definition) : undefined;
      const next: SegmentDefinition = {
        ...document,
        ...(note === undefined ? {} : { note }),
        ...(fresh ? { run_id: fresh.runId, frozen_count: fresh.count } : {}),
      };
      const act = { action: 'segment.change', result: recount ? 'recounted' : 'changed' };
      return recordFeedback(parts, actingOf(request), act, async () => {
        const written = await saved.documents.replace(id, next, read);
        if (!written) {
          throw changedMeanwhile();
        }
        return toldOf(id, written, request);
      });
    }
  );

  app.delete(
    '/v1/segments/saved/:id',
    {
      schema: {
        summary: 'Delete a saved segment',
        params: IdParams,
        response: responses({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { version } = await changeable(id, request);
      const act = { action: 'segment.delete', result: 'deleted' };
      await recordFeedback(parts, actingOf(request), act, async () => {
        if (!(await saved.documents.delete(id, version))) {
          throw changedMeanwhile();
        }
      });
      return reply.code(204).send(null as never);
    }
  );
};
