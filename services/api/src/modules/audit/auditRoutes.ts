import { Readable } from 'node:stream';
import { AuditCheckpoint, AuditPage, AuditQuery, AuditRange, AuditVerification } from '@spendscope/contracts';
import Type from 'typebox';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { actingOf } from '../../identity/acting';
import { ReadRecorder } from './ReadRecorder';
import { auditExport } from './exportAudit';
import { searchAudit } from './searchAudit';

const CheckpointList = Type.Object({ items: Type.Array(AuditCheckpoint), total: Type.Integer() });
const mostCheckpoints = 100;
/** Years of blocks are read page by page: longer than a question may take. */
const exportTimeoutMs = 1_800_000;

export const auditRoutes: ApiModule = async (app, { services }) => {
  const { audit, client } = services;
  const reads = new ReadRecorder(services.interventions.audit, () => services.policy.current.version);

  app.get(
    '/v1/audit/records',
    {
      schema: {
        summary: 'Search the audit log, newest first',
        querystring: AuditQuery,
        response: responses({ 200: AuditPage }),
      },
    },
    async (request) => {
      const { before: _before, size: _size, ...question } = request.query;
      await reads.record(actingOf(request), 'audit.search', question);
      return searchAudit(client, audit.texts, audit.keys.hashing, request.query);
    }
  );

  app.get(
    '/v1/audit/verify',
    {
      schema: {
        summary: 'Recompute the chain, or the records from one number to another, and hold it to its checkpoints',
        querystring: AuditRange,
        response: responses({ 200: AuditVerification }),
      },
    },
    async (request) => {
      const { query } = request;
      await reads.record(actingOf(request), 'audit.verify', query);
      const whole = query.from === undefined && query.to === undefined;
      return whole ? audit.verifier.verify() : audit.verifier.verifyRange(query);
    }
  );

  app.get(
    '/v1/audit/export',
    {
      handlerTimeout: exportTimeoutMs,
      schema: {
        summary: 'The whole chain as JSON lines: every block, oldest first, then the newest signed checkpoint',
        response: responses({ 200: { content: { 'application/jsonl': { schema: Type.String() } } } }),
      },
    },
    async (request, reply) => {
      // Each is on record, not one for many: it is all that was ever done.
      await reads.record(actingOf(request), 'audit.export', { request: request.id });
      const newest = await audit.checkpoints.newest();
      // Described as the text that it is, sent as it is read.
      return reply.type('application/jsonl').send(Readable.from(auditExport(client, newest?.checkpoint)) as never);
    }
  );

  app.get(
    '/v1/audit/checkpoints',
    { schema: { summary: 'Signed heads of the chain, newest first', response: responses({ 200: CheckpointList }) } },
    async (request) => {
      await reads.record(actingOf(request), 'audit.checkpoints', {});
      const all = [...(await audit.checkpoints.inIndex()).values()].reverse();
      return { items: all.slice(0, mostCheckpoints), total: all.length };
    }
  );
};
