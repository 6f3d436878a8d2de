/**
 * The Elasticsearch that is run when neither a server's address nor Docker is given: the integration-test distribution
 * that Elastic publishes to Maven Central. It holds the server core and security, and nothing that we do not use.
 */
export const distribution = {
  version: '8.19.21',
  groupId: 'org.elasticsearch.distribution.integ-test-zip',
  artifactId: 'elasticsearch',
  sha256: '215d5f3dbf0609a149f6218a9e47b6ae2df34ebbff3c5754e35f15a5e5393c8a',
} as const;

export const coordinates = `${distribution.groupId}:${distribution.artifactId}:${distribution.version}:zip`;

/** Lowest Java release that this Elasticsearch runs on. */
export const lowestJava = 17;
