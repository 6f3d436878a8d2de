import { type Check, ok, warn } from '../check';

interface Nodes {
  nodes?: Record<string, { settings?: { discovery?: { type?: string } } }>;
}

/** A lone node needs `discovery.type: single-node`; several must not have it. */
export const checkSingleNode: Check = async ({ elastic }) => {
  const answer = await elastic('/_nodes?filter_path=nodes.*.settings.discovery.type,nodes.*.name');
  if (answer.status !== 200) {
    return [];
  }
  const nodes = Object.values((answer.body as Nodes).nodes ?? {});
  const single = nodes.filter((node) => node.settings?.discovery?.type === 'single-node').length;
  if (nodes.length === 1) {
    return [
      single === 1
        ? ok('Discovery', 'one node, discovery.type single-node')
        : warn(
            'Discovery',
            'one node without discovery.type: single-node',
            'Set it, or the node waits for others after a move.'
          ),
    ];
  }
  return [
    single > 0
      ? warn('Discovery', `${nodes.length} nodes, ${single} with single-node`, 'Remove discovery.type there.')
      : ok('Discovery', `${nodes.length} nodes`),
  ];
};
