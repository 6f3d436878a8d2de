import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/**
 * Whom a client certificate names, where the connection came with one that the configured authority signed and that is
 * in its time: its common name, cut to what a record holds. Node has verified the chain and that the caller has the key.
 */
export function certifiedName(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) {
    return undefined;
  }
  const { CN: name } = socket.getPeerCertificate().subject ?? {};
  return typeof name === 'string' && name !== '' ? name.slice(0, 100) : undefined;
}
