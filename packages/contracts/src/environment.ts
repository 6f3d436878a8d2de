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
  /** A file with one or two channel tokens, one a line, read again when it changes; instead of the variable. */
  channelTokensFile: 'SPENDSCOPE_CHANNEL_TOKENS_FILE',
  /** The one token that the Grafana side sends. */
  channelToken: 'SPENDSCOPE_CHANNEL_TOKEN',
  /** Root URL that Grafana signs identity tokens with (`iss`). */
  grafanaIssuer: 'SPENDSCOPE_GRAFANA_ISSUER',
  /** Where its public keys are; default: ISSUER/api/signing-keys/keys. */
  grafanaJwks: 'SPENDSCOPE_GRAFANA_JWKS_URL',
  grafanaOrg: 'SPENDSCOPE_GRAFANA_ORG',
  /** Folder of the dashboards’ JSON, which provisioning names. */
  dashboardsDir: 'SPENDSCOPE_DASHBOARDS_DIR',
  /** Signs what Grafana’s alerting posts to the API; two with a comma while one is being rotated. */
  alertSecret: 'SPENDSCOPE_ALERT_SECRET',
  /** People who are told of alerts by mail: addresses, separated by semicolons. */
  alertEmail: 'SPENDSCOPE_ALERT_EMAIL',
  /** Incoming webhook of the Slack channel that is told. */
  alertSlackUrl: 'SPENDSCOPE_ALERT_SLACK_URL',
  /** Integration key of the PagerDuty service that critical alerts call. */
  alertPagerDutyKey: 'SPENDSCOPE_ALERT_PAGERDUTY_KEY',
  /** Language of those messages: en (default) or ko. */
  alertLocale: 'SPENDSCOPE_ALERT_LOCALE',
  /** One or two bearer tokens that Elasticsearch Watcher sends with its webhook. */
  watcherTokens: 'SPENDSCOPE_WATCHER_TOKENS',
  /** The one of them that watches are stored with. */
  watcherToken: 'SPENDSCOPE_WATCHER_TOKEN',
  /** `NAME:TOKEN` of the programs that may ask for decisions, separated by commas. */
  serviceTokens: 'SPENDSCOPE_SERVICE_TOKENS',
  /** What a decision says while the store is away: open (allow) or closed (deny, default). */
  decisionsFail: 'SPENDSCOPE_DECISIONS_FAIL',
  /** Policy as YAML or JSON; absent: the built-in one. */
  policyFile: 'SPENDSCOPE_POLICY_FILE',
  /** Connectors as YAML or JSON; absent: the states index only. */
  connectorsFile: 'SPENDSCOPE_CONNECTORS_FILE',
  /** `s3://BUCKET/PREFIX` for signed checkpoints, instead of the state folder; keys as the AWS SDK finds them. */
  checkpointsUrl: 'SPENDSCOPE_CHECKPOINTS_URL',
  /** `s3://BUCKET/PREFIX` of the model registry, instead of the state folder; keys as the AWS SDK finds them. */
  modelsUrl: 'SPENDSCOPE_MODELS_URL',
  /** Address of an S3 server that is not Amazon's. */
  s3Endpoint: 'SPENDSCOPE_S3_ENDPOINT',
  s3Region: 'SPENDSCOPE_S3_REGION',
  /** Addresses and networks that calls are taken from, separated by commas; absent: all. */
  allowedNetworks: 'SPENDSCOPE_ALLOWED_NETWORKS',
  /** PEM files for TLS; both or none. */
  tlsCertificate: 'SPENDSCOPE_TLS_CERT',
  tlsKey: 'SPENDSCOPE_TLS_KEY',
  /** PEM file of the authority whose client certificates prove the channel, in the place of its token. */
  tlsClientCa: 'SPENDSCOPE_TLS_CLIENT_CA',
  uiHost: 'SPENDSCOPE_UI_HOST',
  uiPort: 'SPENDSCOPE_UI_PORT',
  /** Key of the keyed hash that makes tokens; hex, 32 bytes. Kept in the state folder when unset. */
  tokenKey: 'SPENDSCOPE_TOKEN_KEY',
  /** `gemini` or `openai` (any endpoint that speaks its chat completions): who writes persona texts. Off without a key. */
  llmProvider: 'SPENDSCOPE_LLM_PROVIDER',
  llmKey: 'SPENDSCOPE_LLM_KEY',
  /** A file that holds the key, instead of the variable. */
  llmKeyFile: 'SPENDSCOPE_LLM_KEY_FILE',
  llmModel: 'SPENDSCOPE_LLM_MODEL',
  /** Root address of the endpoint; https, or http on this machine. */
  llmUrl: 'SPENDSCOPE_LLM_URL',
  /** Language of the texts: en (default) or ko. */
  llmLocale: 'SPENDSCOPE_LLM_LOCALE',
  llmCallsPerRun: 'SPENDSCOPE_LLM_CALLS_PER_RUN',
  llmCallsPerDay: 'SPENDSCOPE_LLM_CALLS_PER_DAY',
  llmTokensPerRun: 'SPENDSCOPE_LLM_TOKENS_PER_RUN',
  llmTokensPerDay: 'SPENDSCOPE_LLM_TOKENS_PER_DAY',
  /** Jobs of `spendscope schedule` as YAML; absent: `jobs.yaml` in the state folder. */
  jobsFile: 'SPENDSCOPE_JOBS_FILE',
  /** Given to a job by the scheduler: which job and which time of it this is. */
  jobId: 'SPENDSCOPE_JOB_ID',
  occurrenceId: 'SPENDSCOPE_OCCURRENCE_ID',
  /** observe (record, do nothing), enforce (default) or readonly (refuse). */
  interventionMode: 'SPENDSCOPE_INTERVENTION_MODE',
  /** trace, debug, info (default), warn, error. */
  logLevel: 'SPENDSCOPE_LOG_LEVEL',
} as const;
