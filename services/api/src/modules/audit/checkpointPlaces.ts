import type { AuditCheckpoint } from '@spendscope/contracts';
import type { S3Place } from '@spendscope/registry';
import { checkpointBucket } from './checkpointBucket';
import { checkpointFolder } from './checkpointFolder';
import type { Checkpoints } from './verifyCheckpoints';

/** Where checkpoints stand beside the index: what is there is never written again. */
export interface CheckpointPlace {
  /** For people: folder, or the bucket's address. */
  readonly name: string;
  write(number: number, checkpoint: AuditCheckpoint): Promise<void>;
  readAll(): Promise<Checkpoints>;
}

/** The bucket where one is configured, else the state folder. */
export const checkpointPlaceOf = (stateDir: string, bucket: S3Place | undefined): CheckpointPlace =>
  bucket ? checkpointBucket(bucket) : checkpointFolder(stateDir);
