import type { ElasticsearchUser, UserKey } from '../elasticsearch/users';
import type { StackPaths } from '../paths';
import type { StackPorts } from '../ports';
import type { RunCommand } from '../process/command';
import type { PortHolder } from '../process/portHolder';

export type Level = 'ok' | 'warn' | 'fail';

/** One line of the doctor: what was looked at, what was seen, and what to do where it is not well. */
export interface CheckResult {
  level: Level;
  what: string;
  saw: string;
  fix?: string;
}

/** Answer of an Elasticsearch call; status 0 where nobody answered. */
export interface ElasticAnswer {
  status: number;
  body: unknown;
  /** Why nobody answered. */
  problem?: string;
}

/** The world as checks see it, so that tests can show them another. */
export interface DoctorContext {
  env: NodeJS.ProcessEnv;
  paths: StackPaths;
  ports: StackPorts;
  run: RunCommand;
  /** Text of a file, undefined where it cannot be read. */
  readText: (path: string) => string | undefined;
  exists: (path: string) => boolean;
  /** Free bytes of the file system that holds the path. */
  freeBytes: (path: string) => number;
  memory: { total: number; available: number };
  nodeVersion: string;
  portHolder: (port: number) => Promise<PortHolder | undefined>;
  isPortFree: (port: number) => Promise<boolean>;
  /** Processes of ours that run, by number. */
  ours: ReadonlyMap<number, string>;
  now: Date;
  /** Address of Elasticsearch; undefined where none is known. */
  elasticsearchUrl: string | undefined;
  /** PEM file that its certificate is checked against. */
  caFile: string | undefined;
  /** A GET to Elasticsearch, as the setup user, a part's or nobody; a body makes it a POST of JSON. */
  elastic: (path: string, as?: UserKey | 'nobody', body?: unknown) => Promise<ElasticAnswer>;
  /** The users that are known; parts without one share the setup user. */
  users: Partial<Record<UserKey, ElasticsearchUser>>;
  /** A GET of JSON from elsewhere; undefined where nobody answers. */
  fetchJson: (url: string) => Promise<unknown>;
}

export type Check = (context: DoctorContext) => Promise<CheckResult[]>;

export const ok = (what: string, saw: string): CheckResult => ({ level: 'ok', what, saw });
export const warn = (what: string, saw: string, fix: string): CheckResult => ({ level: 'warn', what, saw, fix });
export const fail = (what: string, saw: string, fix: string): CheckResult => ({ level: 'fail', what, saw, fix });
