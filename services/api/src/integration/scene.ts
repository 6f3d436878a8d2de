import { randomUUID } from 'node:crypto';
import type { AuditPage, Intervention } from '@spendscope/contracts';
import type { LightMyRequestResponse } from 'fastify';
import type { Persona, TestApi } from '../testing/startTestApi';

export const admin: Persona = 'kim:Admin';
export const otherAdmin: Persona = 'choi:Admin';
export const editor: Persona = 'lee:Editor';
export const viewer: Persona = 'park:Viewer';

/** A token that no other test uses. */
export const account = (): { type: 'account'; id: string } => ({
  type: 'account',
  id: `C-${randomUUID().slice(0, 13).toUpperCase()}`,
});

export const lockOf = (target = account(), change: object = {}): { target: typeof target } => ({
  ...{ action: 'lock_account', reasonCode: 'account_takeover' },
  ...change,
  target,
});

/** The acts and questions that suites share. */
export class Scene {
  constructor(readonly api: TestApi) {}

  create(as: Persona, body: unknown, key: string = randomUUID()): Promise<LightMyRequestResponse> {
    return this.api.call(as, 'POST', '/v1/interventions', { body, key });
  }

  /** An active lock on an account of its own. */
  async locked(change: object = {}): Promise<{ intervention: Intervention; etag: string }> {
    const answer = await this.create(admin, lockOf(account(), change));
    return { intervention: answer.json().intervention, etag: String(answer.headers.etag) };
  }

  release(as: Persona, id: string, etag?: string, key: string = randomUUID()): Promise<LightMyRequestResponse> {
    const headers: Record<string, string> = etag ? { 'if-match': etag } : {};
    return this.api.call(as, 'POST', `/v1/releases/${id}`, { body: { reasonCode: 'customer_request' }, key, headers });
  }

  async inForce(target: { type: string; id: string }): Promise<string[]> {
    const state = await this.api.call(viewer, 'GET', `/v1/targets/${target.type}/${target.id}/state`);
    return state.json().in_force;
  }

  /** `stage:result` of the records that a search finds, oldest first. */
  async stages(search: string): Promise<string[]> {
    const page = await this.api.call(admin, 'GET', `/v1/audit/records?size=500&${search}`);
    return (page.json() as AuditPage).items.map(({ record }) => `${record.stage}:${record.result}`).reverse();
  }

  async read(id: string): Promise<{ intervention: Intervention; etag: string }> {
    const answer = await this.api.call(viewer, 'GET', `/v1/interventions/${id}`);
    return { intervention: answer.json().intervention, etag: String(answer.headers.etag) };
  }
}
