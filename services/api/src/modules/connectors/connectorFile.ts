import { readFileSync } from 'node:fs';
import { actionNames } from '@spendscope/contracts';
import { KafkaConnection, connectionFault } from '@spendscope/kafka';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { parse } from 'yaml';

const strict = { additionalProperties: false } as const;
const name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' });

export const WebhookConfig = Type.Object(
  {
    kind: Type.Literal('webhook'),
    url: Type.String({ pattern: '^https?://', maxLength: 2000 }),
    secretFile: Type.String({ minLength: 1, description: 'file that holds the key of the signature' }),
    timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 30_000, default: 5_000 })),
    attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 6, default: 3 })),
  },
  strict
);
export type WebhookConfig = Static<typeof WebhookConfig>;

export const SimulatorConfig = Type.Object(
  {
    kind: Type.Literal('simulator'),
    latencyMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 30_000, default: 0 })),
    failShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: 0 })),
    seed: Type.Optional(Type.Integer({ default: 1 })),
  },
  strict
);
export type SimulatorConfig = Static<typeof SimulatorConfig>;

export const KafkaConfig = Type.Object(
  {
    kind: Type.Literal('kafka'),
    ...KafkaConnection.properties,
    topic: Type.String({ pattern: '^[A-Za-z0-9._-]{1,249}$' }),
    timeoutMs: Type.Optional(Type.Integer({ minimum: 500, maximum: 30_000, default: 5_000 })),
  },
  strict
);
export type KafkaConfig = Static<typeof KafkaConfig>;

/** The connectors file: what else carries acts out, and for which actions. The states index always does. */
export const ConnectorFile = Type.Object(
  {
    allowedHosts: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }), { description: 'HOST or HOST:PORT' })
    ),
    connectors: Type.Record(name, Type.Union([WebhookConfig, KafkaConfig, SimulatorConfig])),
    actions: Type.Partial(
      Type.Object(Object.fromEntries(actionNames.map((action) => [action, Type.Array(name)])), strict),
      strict
    ),
  },
  strict
);
export interface ConnectorFile {
  allowedHosts?: string[];
  connectors: Record<string, WebhookConfig | KafkaConfig | SimulatorConfig>;
  actions: Partial<Record<(typeof actionNames)[number], string[]>>;
}

export const noConnectors: ConnectorFile = { connectors: {}, actions: {} };

/** @throws Error in one sentence that names the place and the fix */
export function readConnectorFile(file: string): ConnectorFile {
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 });
  } catch (cause) {
    throw new Error(`${file} cannot be read as YAML or JSON: ${(cause as Error).message.split('\n')[0]}`, { cause });
  }
  if (!Value.Check(ConnectorFile, content)) {
    const [error] = Value.Errors(ConnectorFile, content);
    throw new Error(`${file}: ${error?.instancePath || 'the file'} ${error?.message ?? 'is no list of connectors'}.`);
  }
  const known = content as ConnectorFile;
  requireKnown(file, known);
  return known;
}

function requireKnown(file: string, { allowedHosts = [], connectors, actions }: ConnectorFile): void {
  for (const [action, names] of Object.entries(actions)) {
    const missing = names.find((one) => !(one in connectors));
    if (missing) {
      throw new Error(`${file}: ${action} names the connector "${missing}", which is not in the file.`);
    }
  }
  for (const [id, connector] of Object.entries(connectors)) {
    const away = hostsOf(connector).find((host) => !allows(allowedHosts, host));
    if (away) {
      throw new Error(`${file}: connector "${id}" goes to ${away}, which allowedHosts does not list.`);
    }
    const fault = plainFault(connector);
    if (fault) {
      throw new Error(`${file}: connector "${id}": ${fault}`);
    }
  }
}

type Connector = ConnectorFile['connectors'][string];

/** HOST:PORT of everything that a connector reaches. */
function hostsOf(connector: Connector): string[] {
  if (connector.kind === 'webhook') {
    return [new URL(connector.url).host];
  }
  return connector.kind === 'kafka' ? connector.brokers : [];
}

const allows = (allowed: readonly string[], host: string): boolean =>
  allowed.includes(host) || allowed.includes(host.replace(/:[0-9]+$/, ''));

/** Whether it would leave this machine without TLS, as a sentence. */
function plainFault(connector: Connector): string | undefined {
  if (connector.kind === 'kafka') {
    return connectionFault(connector);
  }
  if (connector.kind === 'webhook') {
    const { protocol, hostname, host } = new URL(connector.url);
    const plain = protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    return plain ? `${host} would be reached without TLS. Use https.` : undefined;
  }
  return undefined;
}
