import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import type { AuditCheckpoint } from '@spendscope/contracts';
import type { S3Place } from '../../config/checkpointPlace';
import { numberedId } from './chain';
import type { CheckpointPlace } from './checkpointPlaces';

/**
 * Objects of a bucket. Written only where there is none (`If-None-Match: *`, and a look before for servers that do not
 * know it). Whoever may write to the bucket otherwise can replace them there, which verification names; Object Lock is the
 * bucket's owner to set up, and no test here has seen it refuse an overwrite.
 */
export function checkpointBucket({ bucket, prefix, endpoint, region }: S3Place): CheckpointPlace {
  const client = new S3Client({
    region,
    // Other servers rarely answer under a host name per bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    maxAttempts: 3,
  });
  const folder = prefix ? `${prefix}/` : '';
  const keyOf = (number: number): string => `${folder}${numberedId(number)}.json`;

  const isThere = async (Key: string): Promise<boolean> => {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key }));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) {
        return false;
      }
      throw error;
    }
  };

  return {
    name: `bucket s3://${bucket}/${folder}`,
    write: async (number, checkpoint) => {
      const Key = keyOf(number);
      if (await isThere(Key)) {
        return;
      }
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key,
            Body: `${JSON.stringify(checkpoint)}\n`,
            ContentType: 'application/json',
            IfNoneMatch: '*',
          })
        );
      } catch (error) {
        if (statusOf(error) !== 412) {
          throw error;
        }
      }
    },
    readAll: async () => {
      const checkpoints = new Map<number, AuditCheckpoint>();
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: folder })) {
        for (const { Key = '' } of page.Contents ?? []) {
          const name = /^(\d{12})\.json$/.exec(Key.slice(folder.length));
          if (name) {
            const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
            checkpoints.set(Number(name[1]), JSON.parse(await Body!.transformToString()));
          }
        }
      }
      return checkpoints;
    },
  };
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
