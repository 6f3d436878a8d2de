import { actionNames } from '@spendscope/contracts';
import { Gauge } from 'prom-client';
import { heldBy } from '../modules/audit/chainVerdict';
import type { Services } from '../services';

/** Figures that are read when Prometheus asks, not kept up all the time. */
export function addLiveGauges(services: Services): void {
  const registers = [services.metrics.registry];
  const { decisions, controls, connectors, audit, now } = services;
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge(
    'spendscope_decisions_staleness_seconds',
    'Age of what decisions are made from; -1 before the first look',
    () => (decisions.stalenessMs() < 0 ? -1 : decisions.stalenessMs() / 1_000)
  );
  gauge(
    'spendscope_audit_lag_seconds',
    'How long the oldest record has waited to be stored; 0 where none waits',
    () => audit.log.lagMs() / 1_000
  );
  gauge(
    'spendscope_audit_verified_age_seconds',
    'Age of the newest verdict on the audit chain, of whichever server; -1 where there was none yet',
    () => {
      const { chainVerdict } = controls;
      return chainVerdict && heldBy(chainVerdict) !== undefined
        ? (now().getTime() - Date.parse(chainVerdict.changed_at)) / 1_000
        : -1;
    }
  );
  gauge('spendscope_targets_in_force', 'Accounts and transactions with something in force', () => decisions.size);
  gauge('spendscope_breaker_open', 'Whether the blast-radius brake is on', () => (controls.breakerOpen ? 1 : 0));
  gauge('spendscope_mode', '0 enforce, 1 observe, 2 readonly', () =>
    ['enforce', 'observe', 'readonly'].indexOf(controls.mode)
  );
  new Gauge({
    name: 'spendscope_interventions_active',
    help: 'In force, by action',
    labelNames: ['action'],
    registers,
    collect() {
      actionNames.forEach((action) => this.set({ action }, decisions.active.get(action) ?? 0));
    },
  });
  new Gauge({
    name: 'spendscope_connector_circuit',
    help: '0 closed, 1 half open, 2 open',
    labelNames: ['connector'],
    registers,
    collect() {
      for (const [connector, circuit] of connectors.circuits) {
        this.set({ connector }, ['closed', 'half-open', 'open'].indexOf(circuit.state));
      }
    },
  });
}
