import { createReadStream, existsSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** Grafana's, which its components ask the server for. */
const icons = path.resolve(import.meta.dirname, '../../../node_modules/@grafana/ui/dist/public/img/icons');

/** Serves a folder and Grafana's icons on loopback, isolated from other origins: only then does the browser tell how much memory is used. */
export async function servePage(folder: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const icon = /\/img\/icons\/([a-z]+\/[\w-]+\.svg)$/.exec(pathname)?.[1];
    const file = icon ? path.join(icons, icon) : path.join(folder, path.basename(pathname) || 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
