import { generateKeyPairSync } from 'node:crypto';
import type { AuditBlock, AuditCheckpoint } from '@spendscope/contracts';
import { type NewRecord, hashOfBlock, headAfter, nextBlock, numberedId } from './chain';
import { signCheckpoint } from './checkpoint';
import { judgeAudit } from './judgeAudit';
import { sampleChain, sampleRecord } from './sampleChain';
import type { StoredBlock } from './verifyChain';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const about = { logId: 'log', ts: '2026-01-01T00:00:00.000Z' };

/** Checkpoints after the given blocks, each naming the one before. */
function checkpointsAt(chain: StoredBlock[], ...at: number[]): Map<number, AuditCheckpoint> {
  const checkpoints = new Map<number, AuditCheckpoint>();
  at.forEach((block, number) => {
    const head = headAfter(chain[block]!.block);
    checkpoints.set(number, signCheckpoint(head, checkpoints.get(number - 1), about, privateKey));
  });
  return checkpoints;
}

const judge = (
  blocks: StoredBlock[],
  inIndex: Map<number, AuditCheckpoint> = new Map(),
  inPlace: Map<number, AuditCheckpoint> = inIndex
) => judgeAudit({ blocks, inIndex, inPlace, publicKey });

/** Replaces a block and follows it with blocks that fit, as somebody who owns the whole store could. */
function rewriteFrom(chain: StoredBlock[], at: number, records: NewRecord[]): StoredBlock[] {
  const result = chain.slice(0, at);
  for (let position = at; position < chain.length; position++) {
    const kept = chain[position]!.block.records.map(({ seq: _seq, ...record }) => record);
    const block = nextBlock(headAfter(result[position - 1]!.block), position === at ? records : kept);
    result.push({ id: chain[position]!.id, block });
  }
  return result;
}

describe('judgeAudit', () => {
  const chain = sampleChain(6);
  const checkpoints = checkpointsAt(chain, 1, 4);

  it('finds an untouched chain intact, and says what no checkpoint covers yet', async () => {
    expect(await judge(chain, checkpoints)).toEqual({
      ok: true,
      blocks: 6,
      records: 12,
      headHash: chain[5]!.block.hash,
      checkpoints: 2,
      unsignedBlocks: 1,
      checkedAt: expect.any(String),
    });
  });

  it('finds a record of the version before intact, whose channel held an address and whose call had no trace', async () => {
    const record = sampleRecord({ channel: { instance: 'grafana', ip: '127.0.0.1', user_agent: 'test' } });
    const old: AuditBlock = {
      ...{ block: 0, first_seq: 0, last_seq: 0, prev_hash: '0'.repeat(64), records: [{ seq: 0, ...record }] },
      // As that version wrote it.
      hash: 'c20d0dcb5c235ae2deadf8603f785bf03f40ab883a160932e8e9266c2f159d60',
    };
    const next = nextBlock(headAfter(old), [sampleRecord({ origin_hash: 'a'.repeat(64), trace_id: 'b'.repeat(32) })]);
    const stored = [old, next].map((block) => ({ id: numberedId(block.block), block }));
    expect(await judge(stored)).toMatchObject({ ok: true, blocks: 2, records: 2 });
  });

  it('finds an empty log intact', async () => {
    expect(await judge([])).toMatchObject({ ok: true, blocks: 0, records: 0, unsignedBlocks: 0 });
  });

  it('names a flipped byte', async () => {
    const tampered = structuredClone(chain);
    tampered[2]!.block.records[1]!.result = 'Received';
    expect(await judge(tampered, checkpoints)).toMatchObject({
      ok: false,
      blocks: 2,
      firstBreak: { block: 2, kind: 'changed' },
    });
  });

  it('names a block whose hash was mended after the change', async () => {
    const tampered = structuredClone(chain);
    tampered[2]!.block.records[1]!.actor.login = 'lee';
    tampered[2]!.block.hash = hashOfBlock(tampered[2]!.block);
    expect((await judge(tampered)).firstBreak).toMatchObject({ block: 3, kind: 'forked' });
  });

  it('names a deleted block', async () => {
    const tampered = chain.filter((_, index) => index !== 3);
    expect((await judge(tampered, checkpoints)).firstBreak).toMatchObject({ block: 3, kind: 'missing' });
  });

  it('names swapped blocks', async () => {
    const tampered = structuredClone(chain);
    [tampered[2]!.block, tampered[3]!.block] = [tampered[3]!.block, tampered[2]!.block];
    expect((await judge(tampered, checkpoints)).firstBreak).toMatchObject({ block: 2, kind: 'reordered' });
  });

  it('names records swapped within a block', async () => {
    const tampered = structuredClone(chain);
    tampered[5]!.block.records.reverse();
    tampered[5]!.block.hash = hashOfBlock(tampered[5]!.block);
    expect((await judge(tampered, checkpoints)).firstBreak).toMatchObject({ block: 5, kind: 'reordered' });
  });

  it('sees a cut tail through the checkpoint, and cannot without one', async () => {
    expect((await judge(chain.slice(0, 4), checkpoints)).firstBreak).toMatchObject({ block: 4, kind: 'truncated' });
    expect((await judge(chain.slice(0, 4))).ok).toBe(true);
  });

  it('sees a rewritten history through the checkpoint, and cannot without one', async () => {
    const forked = rewriteFrom(chain, 3, [sampleRecord({ result: 'another history' })]);
    expect((await judge(forked, checkpoints)).firstBreak).toMatchObject({ block: 4, kind: 'forked' });
    expect((await judge(forked)).ok).toBe(true);
  });

  it('names two blocks in one place', async () => {
    const tampered = [...chain.slice(0, 3), chain[2]!, ...chain.slice(3)];
    expect((await judge(tampered, checkpoints)).firstBreak).toMatchObject({ kind: 'forked' });
  });

  describe('checkpoints', () => {
    const forger = generateKeyPairSync('ed25519').privateKey;
    const forgedTail = rewriteFrom(chain, 3, [sampleRecord({ result: 'another history' })]);

    it('names one replaced by another signature', async () => {
      const replaced = new Map(checkpoints);
      replaced.set(1, signCheckpoint(headAfter(forgedTail[4]!.block), checkpoints.get(0), about, forger));
      expect((await judge(chain, replaced, checkpoints)).firstBreak).toMatchObject({ block: 4, kind: 'checkpoint' });
      expect((await judge(chain, replaced, replaced)).firstBreak).toMatchObject({ block: 4, kind: 'checkpoint' });
    });

    it('names one whose words were changed', async () => {
      const changed = new Map(checkpoints);
      changed.set(1, { ...checkpoints.get(1)!, ts: '2027-01-01T00:00:00.000Z' });
      expect((await judge(chain, changed)).firstBreak).toMatchObject({ kind: 'checkpoint' });
    });

    it('names one that was deleted from one of the two places', async () => {
      const fewer = new Map([...checkpoints].slice(0, 1));
      expect((await judge(chain, fewer, checkpoints)).firstBreak).toMatchObject({ block: 4, kind: 'checkpoint' });
      expect((await judge(chain, checkpoints, fewer)).firstBreak).toMatchObject({ block: 4, kind: 'checkpoint' });
    });

    it('names the gap where one in the middle was deleted and the rest renumbered', async () => {
      const three = checkpointsAt(chain, 1, 3, 5);
      const renumbered = new Map([
        [0, three.get(0)!],
        [1, three.get(2)!],
      ]);
      expect((await judge(chain, renumbered)).firstBreak).toMatchObject({ block: 5, kind: 'checkpoint' });
    });
  });
});
