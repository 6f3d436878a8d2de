import { dataSources } from '../dataSources';

/** `provisioning/datasources`: the core Elasticsearch data source over each index, as the user that only reads tokens. */
export function dataSourceProvisioning(): object {
  return {
    apiVersion: 1,
    prune: true,
    datasources: Object.values(dataSources).map((source, position) => ({
      uid: source.uid,
      name: source.name,
      type: 'elasticsearch',
      access: 'proxy',
      url: '$ELASTICSEARCH_URL',
      basicAuth: true,
      basicAuthUser: '$ELASTICSEARCH_USERNAME',
      isDefault: position === 0,
      editable: false,
      jsonData: {
        index: source.index.readAs,
        timeField: source.timeField,
        maxConcurrentShardRequests: 5,
        tlsAuthWithCACert: true,
      },
      secureJsonData: { basicAuthPassword: '$ELASTICSEARCH_PASSWORD', tlsCACert: '$ELASTICSEARCH_CA_PEM' },
    })),
  };
}
