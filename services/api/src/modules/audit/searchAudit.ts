import {
  type AuditBlock,
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
  type AuditRecord,
  indices,
  targetTypes,
} from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { timeRange } from '../../elastic/timeRange';
import { type AuditTexts, type TextReference, hashOfTarget } from './auditText';

const index = indices.audit.name;
const fields = indices.audit.fields;
const blocksPerPage = 1_000;
/** Beyond so many blocks the total is a lower bound: nobody leafs that far. */
const mostBlocks = 20_000;
const defaultSize = 50;

/** Answers what the audit page asks, newest first, with the texts that were not erased. */
export async function searchAudit(
  client: ElasticClient,
  texts: AuditTexts,
  hashKey: Buffer,
  query: AuditQuery
): Promise<AuditPage> {
  // A reader sees what was recorded a moment ago, his own act included.
  await client.indices.refresh({ index });
  const hashes = query.target
    ? targetTypes.map((type) => hashOfTarget(hashKey, { type, id: query.target! }))
    : undefined;
  const search: Search = { client, query, hashes };
  const [found, total] = await Promise.all([findPage(search), countAll(search)]);
  const size = query.size ?? defaultSize;
  const page = found.slice(0, size);
  return {
    items: await withTexts(page, texts),
    total,
    ...(found.length > size ? { nextBefore: page.at(-1)!.record.seq } : {}),
  };
}

interface Search {
  client: ElasticClient;
  query: AuditQuery;
  /** Keyed hashes of the target that was asked for. */
  hashes: string[] | undefined;
}

interface Found {
  record: AuditRecord;
  block: AuditBlock;
}

/** One more than the page holds, where there is one. */
async function findPage(search: Search): Promise<Found[]> {
  const { query, hashes } = search;
  const wanted = (query.size ?? defaultSize) + 1;
  const found: Found[] = [];
  const older = query.before === undefined ? [] : [{ range: { [fields.first_seq]: { lt: query.before } } }];
  for await (const block of matchingBlocks(search, older, Math.min(wanted, blocksPerPage))) {
    const records = block.records.filter(
      (record) => record.seq < (query.before ?? Infinity) && matches(record, query, hashes)
    );
    found.push(...records.reverse().map((record) => ({ record, block })));
    if (found.length >= wanted) {
      break;
    }
  }
  return found.slice(0, wanted);
}

/** Records that match, whatever page is asked for; a lower bound beyond {@link mostBlocks}. */
async function countAll(search: Search): Promise<number> {
  const { query, hashes } = search;
  const { before: _before, size: _size, ...conditions } = query;
  if (Object.keys(conditions).length === 0) {
    for await (const newest of matchingBlocks(search, [], 1)) {
      return newest.last_seq + 1;
    }
    return 0;
  }
  let [total, blocks] = [0, 0];
  for await (const block of matchingBlocks(search, [], blocksPerPage)) {
    total += block.records.filter((record) => matches(record, query, hashes)).length;
    if (++blocks >= mostBlocks) {
      break;
    }
  }
  return total;
}

/** Newest first. */
async function* matchingBlocks(search: Search, also: object[], pageSize: number): AsyncGenerator<AuditBlock> {
  const { client, query, hashes } = search;
  const filter = [
    ...term(fields.records.actor.login, query.actor),
    ...term(fields.records.action, query.action),
    ...term(fields.records.intervention_id, query.intervention),
    ...term(fields.records.stage, query.stage),
    ...(hashes ? [{ terms: { [fields.records.target.id_hash]: hashes } }] : []),
    ...timeRange(fields.records.ts, query.from, query.to),
    ...also,
  ];
  for (let after: number[] | undefined; ;) {
    const { hits } = await client.search<AuditBlock>({
      index,
      size: pageSize,
      query: { bool: { filter } },
      sort: [{ [fields.block]: 'desc' }],
      track_total_hits: false,
      ...(after ? { search_after: after } : {}),
    });
    yield* hits.hits.map((hit) => hit._source!);
    if (hits.hits.length < pageSize) {
      return;
    }
    after = hits.hits.at(-1)!.sort as number[];
  }
}

const term = (field: string, value: string | undefined): { term: Record<string, string> }[] =>
  value === undefined ? [] : [{ term: { [field]: value } }];

/** A block matches when its records match together; this asks it of one record. */
function matches(record: AuditRecord, query: AuditQuery, hashes: string[] | undefined): boolean {
  const time = Date.parse(record.ts);
  return (
    (query.actor ?? record.actor.login) === record.actor.login &&
    (query.action ?? record.action) === record.action &&
    (query.intervention ?? record.intervention_id) === record.intervention_id &&
    (query.stage ?? record.stage) === record.stage &&
    (!hashes || hashes.includes(record.target?.id_hash ?? '')) &&
    (!query.from || time >= Date.parse(query.from)) &&
    (!query.to || time <= Date.parse(query.to))
  );
}

async function withTexts(page: readonly Found[], texts: AuditTexts): Promise<AuditEntry[]> {
  const references = page.flatMap(({ record }) => (record.text_id ? [record as TextReference] : []));
  const known = await texts.read(references);
  return page.map(({ record, block }) => {
    const text = known.get(record.text_id ?? '');
    return {
      record,
      block: block.block,
      hash: block.hash,
      ...(text?.comment ? { comment: text.comment } : {}),
      ...(text?.ticket ? { ticket: text.ticket } : {}),
      ...(text?.target ? { target: text.target.id } : {}),
      ...(text?.origin ? { origin: { ip: text.origin.ip, userAgent: text.origin.user_agent } } : {}),
    };
  });
}
