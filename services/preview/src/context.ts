import type { ElasticClient } from '@spendscope/elastic';
import type { FastifyRequest } from 'fastify';
import type { PreviewConfig } from './config';
import type { DataSource } from './provisioning/dataSources';
import type { Plugin, PluginSettings } from './provisioning/plugins';
import type { IdentitySigner } from './security/identity';
import type { User } from './security/users';

/** What the routes share. The readers look anew each time, so that a rebuilt plugin or edited file shows on reload. */
export interface PreviewContext {
  config: PreviewConfig;
  elastic: ElasticClient;
  signer: IdentitySigner;
  sessionKey: string;
  userOf: (request: FastifyRequest) => User;
  dataSources: () => DataSource[];
  plugins: () => Plugin[];
  pluginSettings: () => Map<string, PluginSettings>;
}
