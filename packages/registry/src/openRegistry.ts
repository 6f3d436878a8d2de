import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import { ModelRegistry } from './ModelRegistry';
import { folderStore } from './objects/folderStore';
import { lazyStore } from './objects/lazyStore';
import { type S3Place, addressOf, s3PlaceOf } from './objects/s3Place';

/** Where models are in the state folder, which pipeline and API share. */
export const modelsFolder = (stateDir: string): string => join(stateDir, 'pipeline', 'models');

/** Undefined: the state folder. @throws Error in one sentence where the address is none of S3 */
export const modelsPlace = (env: NodeJS.ProcessEnv = process.env): S3Place | undefined =>
  s3PlaceOf(env, environment.modelsUrl);

/** @param folder where models are unless there is a bucket */
export const openRegistry = (folder: string, bucket: S3Place | undefined): ModelRegistry =>
  new ModelRegistry(
    bucket
      ? lazyStore(`bucket ${addressOf(bucket)}`, async () => (await import('./objects/s3Store')).s3Store(bucket))
      : folderStore(folder)
  );
