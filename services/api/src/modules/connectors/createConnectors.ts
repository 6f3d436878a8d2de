import { readFileSync } from 'node:fs';
import type { ActionName } from '@spendscope/contracts';
import { type Connector, observingConnector } from '../interventions/connector';
import { CircuitBreaker } from './CircuitBreaker';
import { allOf } from './allOf';
import type { ConnectorFile, WebhookConfig } from './connectorFile';
import { type ClosableConnector, kafkaConnector } from './kafkaConnector';
import { simulatorConnector } from './simulatorConnector';
import { type Timing, timedConnector } from './timedConnector';
import { type WebhookTarget, webhookConnector } from './webhookConnector';

export interface Connectors {
  for(mode: 'observe' | 'enforce', action: ActionName): Connector;
  /** Circuits by connector, for metrics and health. */
  circuits: ReadonlyMap<string, CircuitBreaker>;
  /** Ends what they hold open. */
  close(): Promise<void>;
}

/**
 * The connectors of each action. The states index comes last: what is told to nobody else must not look in force, and
 * decisions are made from it.
 * @throws Error in one sentence where a secret cannot be read
 */
export function createConnectors(file: ConnectorFile, states: Connector, timing: Timing = () => undefined): Connectors {
  const circuits = new Map<string, CircuitBreaker>();
  const closing: ClosableConnector[] = [];
  const others = new Map(
    Object.entries(file.connectors).map(([name, config]) => {
      if (config.kind === 'simulator') {
        return [name, simulatorConnector(name, config)] as const;
      }
      const circuit = new CircuitBreaker(name);
      circuits.set(name, circuit);
      if (config.kind === 'kafka') {
        const { topic, timeoutMs = 5_000, ...connection } = config;
        const connector = kafkaConnector({ name, connection, topic, timeoutMs }, circuit);
        closing.push(connector);
        return [name, connector] as const;
      }
      return [name, webhookConnector(targetOf(name, config), circuit)] as const;
    })
  );
  const enforcing = (action: ActionName): Connector =>
    allOf(
      [...(file.actions[action] ?? []).map((name) => others.get(name)!), states].map((one) =>
        timedConnector(one, timing)
      )
    );
  return {
    circuits,
    close: async () => void (await Promise.all(closing.map((connector) => connector.close()))),
    for: (mode, action) => (mode === 'enforce' ? enforcing(action) : observingConnector(enforcing(action))),
  };
}

function targetOf(name: string, { url, secretFile, timeoutMs = 5_000, attempts = 3 }: WebhookConfig): WebhookTarget {
  let secret: string;
  try {
    secret = readFileSync(secretFile, 'utf8').trim();
  } catch (cause) {
    throw new Error(`The secret of connector "${name}" cannot be read from ${secretFile}.`, { cause });
  }
  if (secret.length < 24) {
    throw new Error(
      `The secret of connector "${name}" is shorter than 24 characters: "openssl rand -hex 32" makes one.`
    );
  }
  return { name, url, secret, timeoutMs, attempts };
}
