import { type Check, fail, ok, warn } from '../check';

/** Whether Elasticsearch answers its setup user, and how well it is. */
export const checkElasticsearch: Check = async ({ elasticsearchUrl, elastic }) => {
  if (!elasticsearchUrl) {
    return [warn('Elasticsearch', 'not running', 'npm start, or set ELASTICSEARCH_URL.')];
  }
  const answer = await elastic('/_cluster/health');
  const what = 'Elasticsearch';
  if (answer.status === 0) {
    return [
      fail(what, `${elasticsearchUrl} does not answer: ${answer.problem}`, 'npm start, or check ELASTICSEARCH_URL.'),
    ];
  }
  if (answer.status !== 200) {
    const fix = 'Set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.';
    return [fail(what, `${elasticsearchUrl} refuses us with ${answer.status}`, fix)];
  }
  const { status, unassigned_shards: unassigned } = answer.body as { status: string; unassigned_shards: number };
  if (status === 'red') {
    const fix = 'GET _cluster/allocation/explain says why; often the disk is full.';
    return [fail('Cluster health', 'red: some data cannot be read', fix)];
  }
  return [
    status === 'green'
      ? ok('Cluster health', 'green')
      : warn(
          'Cluster health',
          `${status}: ${unassigned} copies have no place`,
          'Normal on one node whose indices ask for copies.'
        ),
  ];
};
