import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElasticClient } from '@spendscope/elastic';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app';
import { manifestName } from '../clientFiles';
import type { PreviewConfig } from '../config';
import { fixtureConfig } from './fixtureConfig';

/** A client directory with a bundle of one line, so that pages can be asked for without building the real one. */
function smallClient(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spendscope-preview-client-'));
  writeFileSync(path.join(folder, manifestName), JSON.stringify({ scripts: ['main.js'], styles: ['main.css'] }));
  writeFileSync(path.join(folder, 'main.js'), '// the page');
  return folder;
}

/** The preview host over the fixtures, for tests by inject. Without `elastic`, nothing may ask Elasticsearch. */
export const fixtureApp = (
  changes: Partial<PreviewConfig> = {},
  elastic: Partial<ElasticClient> = {}
): Promise<FastifyInstance> =>
  buildApp(
    fixtureConfig(path.resolve(__dirname, '../..'), { clientDir: smallClient(), ...changes }),
    elastic as ElasticClient
  );

/** Logs in and returns the Cookie header of that user. */
export async function cookieOf(app: FastifyInstance, login: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/login',
    headers: { host: 'localhost' },
    payload: { user: login },
  });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}
