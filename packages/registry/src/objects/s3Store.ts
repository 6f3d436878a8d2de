import { ListObjectsV2Command, type ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { S3Objects } from './S3Objects';
import type { ObjectStore } from './objectStore';
import type { S3Place } from './s3Place';

/** Objects of a bucket: Amazon's, MinIO's, Ceph's. */
export function s3Store(place: S3Place): ObjectStore {
  const objects = new S3Objects(place);
  const { bucket: Bucket, folder } = objects;
  return {
    place: `bucket ${objects.address}`,
    list: async (prefix) => {
      const keys: string[] = [];
      let page: ListObjectsV2CommandOutput | undefined;
      do {
        const ContinuationToken = page?.NextContinuationToken;
        const asked = { Bucket, Prefix: `${folder}${prefix}`, Delimiter: '/', ContinuationToken };
        page = await objects.client.send(new ListObjectsV2Command(asked));
        page.Contents?.forEach(({ Key = '' }) => keys.push(Key.slice(folder.length)));
        page.CommonPrefixes?.forEach(({ Prefix = '' }) => keys.push(Prefix.slice(folder.length)));
      } while (page.IsTruncated);
      return keys.sort();
    },
    read: (key) => objects.read(key),
    create: (key, text) => objects.create(key, text),
  };
}
