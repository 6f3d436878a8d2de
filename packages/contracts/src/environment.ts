/** Names of the environment variables by which the parts find each other. */
export const environment = {
  elasticsearchUrl: 'ELASTICSEARCH_URL',
  elasticsearchUsername: 'ELASTICSEARCH_USERNAME',
  elasticsearchPassword: 'ELASTICSEARCH_PASSWORD',
  /** Path of the PEM file of the authority that signed Elasticsearch's certificate. */
  elasticsearchCa: 'ELASTICSEARCH_CA',
  /** Folder for what must survive a restart and is secret: keys, tokens. Mode 700. */
  stateDir: 'SPENDSCOPE_STATE_DIR',
  esPort: 'SPENDSCOPE_ES_PORT',
  apiHost: 'SPENDSCOPE_API_HOST',
  apiPort: 'SPENDSCOPE_API_PORT',
  apiUrl: 'SPENDSCOPE_API_URL',
  /** One or two channel tokens, separated by a comma: two are valid at once while one is being rotated. */
  channelTokens: 'SPENDSCOPE_CHANNEL_TOKENS',
  /** The one token that the Grafana side sends. */
  channelToken: 'SPENDSCOPE_CHANNEL_TOKEN',
  /** Root URL that Grafana signs identity tokens with (`iss`). */
  grafanaIssuer: 'SPENDSCOPE_GRAFANA_ISSUER',
  /** Where its public keys are; default: ISSUER/api/signing-keys/keys. */
  grafanaJwks: 'SPENDSCOPE_GRAFANA_JWKS_URL',
  grafanaOrg: 'SPENDSCOPE_GRAFANA_ORG',
  /** Folder of the dashboards’ JSON, which provisioning names. */
  dashboardsDir: 'SPENDSCOPE_DASHBOARDS_DIR',
  /** Signs what Grafana’s alerting posts to the API. */
  alertSecret: 'SPENDSCOPE_ALERT_SECRET',
  uiHost: 'SPENDSCOPE_UI_HOST',
  uiPort: 'SPENDSCOPE_UI_PORT',
  /** Key of the keyed hash that makes tokens; hex, 32 bytes. Kept in the state folder when unset. */
  tokenKey: 'SPENDSCOPE_TOKEN_KEY',
  /** observe (record, do nothing), enforce (default) or readonly (refuse). */
  interventionMode: 'SPENDSCOPE_INTERVENTION_MODE',
  /** trace, debug, info (default), warn, error. */
  logLevel: 'SPENDSCOPE_LOG_LEVEL',
} as const;
