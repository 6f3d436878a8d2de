import { randomUUID } from 'node:crypto';
import { accountOf } from '../fillInterventions';

export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What requests are made of; it crosses into the client's process, so it is data only. */
export interface LoadContext {
  url: string;
  /** header of a program that may ask for decisions */
  service: Record<string, string>;
  /** headers of admins, as Grafana's proxy sends them */
  people: Record<string, string>[];
  /** how many accounts have an active intervention */
  active: number;
}

export interface LoadTarget {
  name: string;
  title: string;
  /** The only status that counts as an answer: others would make it a figure of refusals. */
  accepted: number;
  request: (context: LoadContext, number: number) => LoadRequest;
}

const decisions: LoadTarget = {
  name: 'decisions',
  title: 'GET /v1/decisions/{account}',
  accepted: 200,
  request: ({ service, active }, number) => ({
    method: 'GET',
    // Every second one is locked.
    path: `/v1/decisions/${accountOf(number % (2 * active))}?transaction=T-${number}`,
    headers: service,
  }),
};

const interventions: LoadTarget = {
  name: 'interventions',
  title: 'POST /v1/interventions',
  accepted: 201,
  request: ({ people }, number) => ({
    method: 'POST',
    path: '/v1/interventions',
    headers: {
      ...people[number % people.length]!,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({
      action: 'require_extra_auth',
      target: { type: 'account', id: `C-${randomUUID()}` },
      reasonCode: 'velocity',
    }),
  }),
};

/** What is loaded, in this order; another route is one more entry. */
export const loadTargets: readonly LoadTarget[] = [decisions, interventions];
