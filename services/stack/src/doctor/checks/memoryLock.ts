import { type Check, ok, warn } from '../check';

interface Nodes {
  nodes?: Record<string, { settings?: { bootstrap?: { memory_lock?: string } }; process?: { mlockall?: boolean } }>;
}

/** Whether the heap could be kept out of swap: the limit, and where a server asks for it, whether it got it. */
export const checkMemoryLock: Check = async ({ readText, elastic }) => {
  const limit = /^Max locked memory\s+(\S+)/m.exec(readText('/proc/self/limits') ?? '')?.[1];
  const swaps = (readText('/proc/swaps') ?? '').trim().split('\n').length - 1;
  const answer = await elastic('/_nodes?filter_path=nodes.*.settings.bootstrap.memory_lock,nodes.*.process.mlockall');
  const nodes = Object.values((answer.body as Nodes | undefined)?.nodes ?? {});
  const asked = nodes.filter((node) => node.settings?.bootstrap?.memory_lock === 'true');
  if (asked.some((node) => node.process?.mlockall === false)) {
    return [
      warn('Memory lock', 'Elasticsearch asks for it and did not get it', 'Raise the limit: ulimit -l unlimited.'),
    ];
  }
  if (asked.length > 0) {
    return [ok('Memory lock', 'Elasticsearch’s memory is locked')];
  }
  const limitText = limit ? `limit ${limit}` : 'limit unknown';
  return [
    swaps > 0
      ? warn(
          'Memory lock',
          `off, and this machine swaps (${limitText})`,
          'For production: ulimit -l unlimited, bootstrap.memory_lock: true.'
        )
      : ok('Memory lock', `off, and this machine has no swap (${limitText})`),
  ];
};
