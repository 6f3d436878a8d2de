import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { type S3Place, addressOf } from './s3Place';

/** Objects of a bucket under a prefix, by the rest of their key. */
export class S3Objects {
  readonly client: S3Client;
  readonly bucket: string;
  /** What stands before each key: empty, or with a slash at its end. */
  readonly folder: string;

  /** For people. */
  readonly address: string;

  constructor(place: S3Place) {
    const { bucket, prefix, endpoint, region } = place;
    this.address = addressOf(place);
    this.bucket = bucket;
    this.folder = prefix ? `${prefix}/` : '';
    this.client = new S3Client({
      region,
      // Other servers rarely answer under a host name per bucket.
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      maxAttempts: 3,
    });
  }

  /** Undefined where there is none. */
  async read(key: string, VersionId?: string): Promise<string | undefined> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ ...this.named(key), VersionId }));
      return await Body!.transformToString();
    } catch (error) {
      return unlessStatus(404, error, undefined);
    }
  }

  /**
   * Writes only where there is none (`If-None-Match: *`, and a look before for servers that do not know it); false where
   * there is one, or another writer is just making it.
   */
  async create(key: string, text: string): Promise<boolean> {
    if (await this.isThere(key)) {
      return false;
    }
    try {
      const object = { ...this.named(key), Body: text, ContentType: 'application/json', IfNoneMatch: '*' };
      await this.client.send(new PutObjectCommand(object));
      return true;
    } catch (error) {
      // 412: it is there; 409: another writer of the same key is not done yet.
      return statusOf(error) === 409 ? false : unlessStatus(412, error, false);
    }
  }

  private async isThere(key: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.named(key)));
      return true;
    } catch (error) {
      return unlessStatus(404, error, false);
    }
  }

  private named(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `${this.folder}${key}` };
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

function unlessStatus<Value>(status: number, error: unknown, instead: Value): Value {
  if (statusOf(error) === status) {
    return instead;
  }
  throw error;
}
