import { STATUS_CODES } from 'node:http';
import type { Problem } from '@spendscope/contracts';
import { elasticErrors } from '@spendscope/elastic';
import type { FastifyError } from 'fastify';
import { ApiError, unavailable } from './apiError';

interface ProblemAnswer {
  problem: Problem;
  headers: Record<string, string>;
}

const codes: Record<number, string> = {
  400: 'malformed',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'timed_out',
};

const sentences: Record<number, string> = {
  404: 'There is nothing at this address. See /openapi.json for what there is.',
  413: 'The body is larger than 64 KB. Send fewer items at once.',
  415: 'Send the body as application/json.',
  503: 'The answer took too long. Try again in a moment.',
};

/** RFC 9457 form of any error; what is not meant for the caller stays in the log. */
export function problemOf(error: unknown, ids: Pick<Problem, 'requestId' | 'traceId'>): ProblemAnswer {
  const known = asApiError(error);
  const { missing, errors, headers = {} } = known.details;
  return {
    headers,
    problem: {
      type: `urn:spendscope:problem:${known.code}`,
      title: STATUS_CODES[known.status] ?? 'Error',
      status: known.status,
      code: known.code,
      detail: known.message,
      ...ids,
      ...(missing ? { missing } : {}),
      ...(errors ? { errors } : {}),
    },
  };
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  if (isStoreAway(error)) {
    return unavailable('store_unavailable', 'Elasticsearch does not answer. Try again in a moment.', error);
  }
  const fastifyError = error as Partial<FastifyError>;
  if (fastifyError.validation) {
    return invalid(fastifyError as FastifyError);
  }
  const status = fastifyError.statusCode ?? 500;
  if (status >= 400 && (status < 500 || status === 503)) {
    const message = sentences[status] ?? 'The request could not be read. Check its address, headers and body.';
    return new ApiError(status, codes[status] ?? 'malformed', message, { cause: error });
  }
  return new ApiError(500, 'internal', 'Something went wrong here. Give the request id to your administrator.', {
    cause: error,
  });
}

/** A store that is away or too busy; a request that it calls wrong is our own fault and stays a 500. */
function isStoreAway(error: unknown): boolean {
  if (error instanceof elasticErrors.ResponseError) {
    return [401, 403, 408, 429, 502, 503, 504].includes(error.statusCode ?? 0);
  }
  return error instanceof elasticErrors.ElasticsearchClientError;
}

function invalid(error: FastifyError): ApiError {
  const errors = (error.validation ?? []).slice(0, 20).map((entry) => ({
    path: `${error.validationContext ?? 'body'}${entry.instancePath}`,
    // A field that a schema without fields refuses.
    message: entry.keyword === 'boolean' ? 'is not known here' : named(entry.message ?? 'is not valid', entry.params),
  }));
  const first = errors[0];
  const detail = first ? `${first.path} ${first.message}.` : 'The request is not valid.';
  return new ApiError(400, 'invalid', detail, { errors });
}

/** "must not have additional properties" helps only with the property's name. */
function named(message: string, params: Record<string, unknown>): string {
  const names = params.additionalProperties ?? params.unevaluatedProperties ?? params.allowedValues;
  return Array.isArray(names) ? `${message}: ${names.join(', ').slice(0, 200)}` : message;
}
