import { randomUUID } from 'node:crypto';
import { STATUS_CODES, maxHeaderSize } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '@spendscope/contracts';
import type { FastifyBaseLogger } from 'fastify';
import { ownTrace } from './trace';

type Answer = Pick<Problem, 'status' | 'code' | 'detail'>;

const noHttp: Answer = { status: 400, code: 'malformed', detail: 'This is no HTTP request. Check the client.' };
const answers: Record<string, Answer> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    detail: `The address and headers are larger than ${maxHeaderSize / 1024} KB. Send shorter values.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request_timed_out',
    detail: 'The request did not come whole in time. Send it again.',
  },
};

/** What no route can be asked for gets a problem like everything else, and the connection ends. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, log?: FastifyBaseLogger): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, detail } = answers[error.code ?? ''] ?? noHttp;
  const title = STATUS_CODES[status]!;
  const requestId = randomUUID();
  const problem: Problem = {
    type: `urn:spendscope:problem:${code}`,
    title,
    status,
    code,
    detail,
    requestId,
    traceId: ownTrace(requestId).id,
  };
  log?.info({ reqId: requestId, code, status }, 'request refused');
  const body = JSON.stringify(problem);
  const head = [`HTTP/1.1 ${status} ${title}`, 'Content-Type: application/problem+json', 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
