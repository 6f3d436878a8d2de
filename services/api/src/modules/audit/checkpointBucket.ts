import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import type { AuditCheckpoint } from '@spendscope/contracts';
import type { S3Place } from '@spendscope/registry';
import { S3Objects } from '@spendscope/registry/s3';
import { numberedId } from './chain';
import type { CheckpointPlace } from './checkpointPlaces';

/**
 * Objects of a bucket, written only where there is none. Where the bucket keeps versions, the first one counts: what was
 * written over it, and a deletion that only hides it, change nothing, and Object Lock keeps it from being deleted itself.
 * That is the bucket's owner to set up; no server that our tests can start enforces it. Without versions whoever may write
 * can replace them, which verification names.
 */
export function checkpointBucket(place: S3Place): CheckpointPlace {
  const objects = new S3Objects(place);
  const { bucket, folder } = objects;

  /** The first version of each key, by key. Each key's versions are listed newest first. */
  const firstVersions = async (): Promise<Map<string, string | undefined>> => {
    const versions = new Map<string, string | undefined>();
    let page: ListObjectVersionsCommandOutput | undefined;
    do {
      page = await objects.client.send(
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
    name: `bucket ${objects.address}`,
    write: async (number, checkpoint) => {
      await objects.create(`${numberedId(number)}.json`, `${JSON.stringify(checkpoint)}\n`);
    },
    readAll: async () => {
      const checkpoints = new Map<number, AuditCheckpoint>();
      for (const [key, version] of await firstVersions()) {
        const name = /^(\d{12})\.json$/.exec(key.slice(folder.length));
        if (name) {
          checkpoints.set(Number(name[1]), JSON.parse((await objects.read(name[0], version))!));
        }
      }
      return checkpoints;
    },
  };
}
