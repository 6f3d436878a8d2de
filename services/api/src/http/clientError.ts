import type { Socket } from 'node:net';

const body = JSON.stringify({
  type: 'urn:spendscope:problem:malformed',
  title: 'Bad Request',
  status: 400,
  code: 'malformed',
  detail: 'This is no HTTP request. Check the client.',
});

/** Bytes that are no HTTP never reach a route; they get a problem like everybody else, and the connection ends. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/problem+json', 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
