import { openRegistry } from '../openRegistry';
import { s3PlaceOf } from './s3Place';

it('reads bucket, prefix, endpoint and region', () => {
  const read = (url: string, more: NodeJS.ProcessEnv = {}) => s3PlaceOf({ X: url, ...more }, 'X');
  expect(read('s3://models')).toEqual({ bucket: 'models', prefix: '', region: 'us-east-1' });
  expect(read('s3://models/a/b/', { SPENDSCOPE_S3_ENDPOINT: 'http://minio:9000', SPENDSCOPE_S3_REGION: 'eu' })).toEqual(
    {
      ...{ bucket: 'models', prefix: 'a/b', endpoint: 'http://minio:9000', region: 'eu' },
    }
  );
  expect(s3PlaceOf({}, 'X')).toBeUndefined();
  expect(() => read('https://models')).toThrow('X is "https://models". Set it to s3://BUCKET or s3://BUCKET/PREFIX.');
});

it('opens a registry in a bucket without asking it anything', () => {
  const place = s3PlaceOf({ X: 's3://models/bank' }, 'X');
  expect(openRegistry('/nowhere', place).place).toBe('bucket s3://models/bank/');
  expect(openRegistry('/nowhere', undefined).place).toBe('folder /nowhere');
});
