import { type DestinationStream, type Logger, pino } from 'pino';

const secretHeaders = ['authorization', 'x-grafana-id', 'cookie'].flatMap((name) => [
  `req.headers["${name}"]`,
  `headers["${name}"]`,
]);

/**
 * JSON lines, one per event: whatever a caller sends stays inside its string. Of a request only method, path and id
 * are logged; of an error, its message and causes, never the request that a client library hangs on it.
 */
export const createLogger = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: { component: 'api' },
      redact: {
        paths: [...secretHeaders, 'password', '*.password', '*.token', 'key', '*.key', '*.*.key'],
        censor: '[redacted]',
      },
      serializers: {
        req: (request: { method: string; url: string; id: string }) => ({
          method: request.method,
          path: request.url.replace(/\?.*$/, ''),
          id: request.id,
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
        err: (error: unknown) => plainError(error),
      },
    },
    destination
  );

interface PlainError {
  type: string;
  message: string;
  stack?: string;
  cause?: PlainError;
}

function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: String(error) };
  }
  return {
    type: error.name,
    message: error.message,
    ...(depth === 0 ? { stack: error.stack } : {}),
    ...(error.cause && depth < 5 ? { cause: plainError(error.cause, depth + 1) } : {}),
  };
}
