import { environment } from '@spendscope/contracts';

/** A bucket, or a part of one. */
export interface S3Place {
  bucket: string;
  /** Without slashes at its ends; may be empty. */
  prefix: string;
  /** Of a server that is not Amazon's. */
  endpoint?: string;
  region: string;
}

/** For people, with a slash at its end. */
export const addressOf = ({ bucket, prefix }: S3Place): string => `s3://${bucket}/${prefix ? `${prefix}/` : ''}`;

/**
 * The place that an environment variable names, undefined where it is not set.
 * @throws Error in one sentence where the address is none of S3
 */
export function s3PlaceOf(env: NodeJS.ProcessEnv, variable: string): S3Place | undefined {
  const text = env[variable]?.trim();
  if (!text) {
    return undefined;
  }
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?\/?$/.exec(text);
  if (!match) {
    throw new Error(`${variable} is "${text}". Set it to s3://BUCKET or s3://BUCKET/PREFIX.`);
  }
  const endpoint = env[environment.s3Endpoint]?.trim();
  return {
    bucket: match[1]!,
    prefix: match[2] ?? '',
    region: env[environment.s3Region]?.trim() || 'us-east-1',
    ...(endpoint ? { endpoint } : {}),
  };
}
