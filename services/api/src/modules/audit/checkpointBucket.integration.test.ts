import { generateKeyPairSync } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { AuditCheckpoint } from '@spendscope/contracts';
import { type S3Server, s3Jar, startS3 } from '@spendscope/testing';
import { emptyChain, headAfter, numberedId } from './chain';
import { signCheckpoint } from './checkpoint';
import { checkpointBucket } from './checkpointBucket';
import { judgeAudit } from './judgeAudit';
import { sampleChain } from './sampleChain';

const jar = s3Jar();
const bucket = 'audit-heads';
// Skipped by this name where Maven Central cannot be reached.
(jar ? describe : describe.skip)('checkpoints in a bucket of a real S3 server', () => {
  let server: S3Server;
  let client: S3Client;
  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID ??= 'test';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
    server = await startS3(jar!, bucket);
    client = new S3Client({ region: 'us-east-1', endpoint: server.endpoint, forcePathStyle: true });
  }, 180_000);
  afterAll(async () => {
    client?.destroy();
    await server?.stop();
  });

  const blocks = sampleChain(6);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = (): AuditCheckpoint[] => {
    const list: AuditCheckpoint[] = [];
    for (const at of [1, 3, 5]) {
      const about = { logId: 'log', ts: '2026-01-01T00:00:00.000Z' };
      list.push(signCheckpoint(at < 0 ? emptyChain : headAfter(blocks[at]!.block), list.at(-1), about, privateKey));
    }
    return list;
  };

  it('are written once, read back whole, and prove the chain', async () => {
    const place = checkpointBucket({ bucket, prefix: 'bank', endpoint: server.endpoint, region: 'us-east-1' });
    const list = signed();
    for (const [number, checkpoint] of list.entries()) {
      await place.write(number, checkpoint);
    }
    // Another write of the same number changes nothing, whoever tries.
    await place.write(0, { ...list[0]!, head_hash: 'f'.repeat(64) });
    const inPlace = await place.readAll();
    expect([...inPlace.entries()].sort()).toEqual([...list.entries()]);
    const inIndex = new Map(list.entries());
    expect(await judgeAudit({ blocks, inIndex, inPlace, publicKey })).toMatchObject({ ok: true, checkpoints: 3 });
  });

  it('tell where somebody replaced one, by its number and place', async () => {
    const place = checkpointBucket({ bucket, prefix: 'replaced', endpoint: server.endpoint, region: 'us-east-1' });
    const list = signed();
    for (const [number, checkpoint] of list.entries()) {
      await place.write(number, checkpoint);
    }
    const Key = `replaced/${numberedId(1)}.json`;
    const stored = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const changed = (await stored.Body!.transformToString()).replace(/"head_hash":"./, '"head_hash":"f');
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key, Body: changed.replace('"last_block":3', '"last_block":2') })
    );
    const verdict = await judgeAudit({
      blocks,
      inIndex: new Map(list.entries()),
      inPlace: await place.readAll(),
      publicKey,
      place: place.name,
    });
    expect(verdict.firstBreak).toMatchObject({
      kind: 'checkpoint',
      detail: `Checkpoint 1 in the index is not the one in the bucket s3://${bucket}/replaced/.`,
    });
  });

  it('count as they were first written where the bucket keeps versions, whatever was written over them or deleted since', async () => {
    const versioned = 'audit-heads-with-versions';
    await client.send(new CreateBucketCommand({ Bucket: versioned }));
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await client.send(new PutBucketVersioningCommand({ Bucket: versioned, VersioningConfiguration }));
    const place = checkpointBucket({ bucket: versioned, prefix: '', endpoint: server.endpoint, region: 'us-east-1' });
    const list = signed();
    for (const [number, checkpoint] of list.entries()) {
      await place.write(number, checkpoint);
    }
    const keyOf = (number: number): string => `${numberedId(number)}.json`;
    await client.send(new PutObjectCommand({ Bucket: versioned, Key: keyOf(1), Body: '{}' }));
    for (const number of [1, 2]) {
      await client.send(new DeleteObjectCommand({ Bucket: versioned, Key: keyOf(number) }));
    }
    const inPlace = await place.readAll();
    expect([...inPlace.entries()].sort()).toEqual([...list.entries()]);
    // Whoever cuts off the log and hides the checkpoints that cover its end is found out by them.
    const cut = { blocks: blocks.slice(0, 4), inIndex: new Map([...list.entries()].slice(0, 2)) };
    expect(await judgeAudit({ ...cut, inPlace, publicKey })).toMatchObject({ ok: false });
    const hidden = new Map([...list.entries()].slice(0, 2));
    expect(await judgeAudit({ ...cut, inPlace: hidden, publicKey })).toMatchObject({ ok: true });
  });

  it('keep apart by prefix', async () => {
    const place = checkpointBucket({ bucket, prefix: '', endpoint: server.endpoint, region: 'us-east-1' });
    expect([...(await place.readAll()).keys()]).toEqual([]);
  });
});
