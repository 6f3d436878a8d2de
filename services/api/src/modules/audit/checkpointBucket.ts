import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { AuditCheckpoint } from '@spendscope/contracts';
import type { S3Place } from '../../config/checkpointPlace';
import { numberedId } from './chain';
import type { CheckpointPlace } from './checkpointPlaces';

/**
 * Objects of a bucket. Written only where there is none (`If-None-Match: *`, and a look before for servers that do not
 * know it). Where the bucket keeps versions, the first one counts: what was written over it, and a deletion that only hides
 * it, change nothing, and Object Lock keeps it from being deleted itself. That is the bucket's owner to set up; no server
 * that our tests can start enforces it. Without versions whoever may write can replace them, which verification names.
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

  /** The first version of each key, by key. Each key's versions are listed newest first. */
  const firstVersions = async (): Promise<Map<string, string | undefined>> => {
    const versions = new Map<string, string | undefined>();
    let page: ListObjectVersionsCommandOutput | undefined;
    do {
      page = await client.send(
        new ListObjectVersionsCommand({
          Bucket: bucket,
          Prefix: folder,
          KeyMarker: page?.NextKeyMarker,
          VersionIdMarker: page?.NextVersionIdMarker,
        })
      );
      page.Versions?.forEach(({ Key = '', VersionId }) => versions.set(Key, VersionId));
    } while (page.IsTruncated);
    return versions;
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
      for (const [Key, VersionId] of await firstVersions()) {
        const name = /^(\d{12})\.json$/.exec(Key.slice(folder.length));
        if (name) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key, VersionId }));
          checkpoints.set(Number(name[1]), JSON.parse(await Body!.transformToString()));
        }
      }
      return checkpoints;
    },
  };
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
