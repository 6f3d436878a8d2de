import { stackPaths } from '../paths';
import { readPorts } from '../ports';
import type { DoctorContext, ElasticAnswer } from './check';

/** A machine on which all is well and nothing runs; tests change what they are about. */
export function testContext(changes: Partial<DoctorContext> = {}): DoctorContext {
  const gigabyte = 1024 ** 3;
  return {
    env: {},
    paths: stackPaths('/clone', {}),
    ports: readPorts({}),
    run: async () => ({ code: 127, stdout: '', stderr: '' }),
    readText: () => undefined,
    exists: () => false,
    freeBytes: () => 100 * gigabyte,
    memory: { total: 16 * gigabyte, available: 8 * gigabyte },
    nodeVersion: '20.19.0',
    portHolder: async () => undefined,
    isPortFree: async () => true,
    ours: new Map(),
    now: new Date('2026-01-15T00:00:00Z'),
    elasticsearchUrl: undefined,
    caFile: undefined,
    users: {},
    elastic: async () => ({ status: 0, body: undefined, problem: 'connection refused' }),
    fetchJson: async () => undefined,
    ...changes,
  };
}

/** Elasticsearch's answers by the beginning of the path. */
export function elasticAnswers(answers: Record<string, ElasticAnswer>): DoctorContext['elastic'] {
  return async (path) => {
    const found = Object.entries(answers).find(([start]) => path.startsWith(start));
    return found?.[1] ?? { status: 404, body: {} };
  };
}

/** A program that prints a text and ends well; any other is not installed. */
export function program(name: string, stdout: string): DoctorContext['run'] {
  return async (asked) =>
    asked === name ? { code: 0, stdout, stderr: '' } : { code: 127, stdout: '', stderr: `${asked}: not found` };
}
