import { PutObjectCommand } from '@aws-sdk/client-s3';
import { type S3Server, s3Jar, startS3 } from '@spendscope/testing';
import { S3Objects } from './objects/S3Objects';
import { s3Store } from './objects/s3Store';
import { registrySuite } from './testing/registrySuite';

const jar = s3Jar();
const bucket = 'models';
// Skipped by this name where Maven Central cannot be reached.
(jar ? describe : describe.skip)('models in a bucket of a real S3 server', () => {
  let server: S3Server;
  let opened = 0;
  const place = (prefix: string) => ({ bucket, prefix, endpoint: server.endpoint, region: 'us-east-1' });
  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID ??= 'test';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
    server = await startS3(jar!, bucket);
  }, 180_000);
  afterAll(() => server?.stop());

  registrySuite(() => {
    const prefix = `bank-${opened++}`;
    const { client } = new S3Objects(place(prefix));
    return {
      store: s3Store(place(prefix)),
      overwrite: async (key, text) => {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: `${prefix}/${key}`, Body: text }));
      },
    };
  });

  it('lists more than a page of them', async () => {
    const store = s3Store(place('many'));
    const keys = Array.from({ length: 1_005 }, (_, at) => `x${String(at).padStart(4, '0')}`);
    for (let at = 0; at < keys.length; at += 50) {
      await Promise.all(keys.slice(at, at + 50).map((key) => store.create(key, '{}')));
    }
    await store.create('folder/one', '{}');
    expect(await store.list('')).toEqual(['folder/', ...keys]);
    expect(await store.list('folder/')).toEqual(['folder/one']);
  });
});
