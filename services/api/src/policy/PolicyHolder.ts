import { unwatchFile, watchFile } from 'node:fs';
import { basename } from 'node:path';
import type { Policy, PolicyReport } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';
import { sha256 } from '../modules/audit/chain';
import { defaultPolicy } from './defaultPolicy';
import { readPolicyFile } from './policyFile';

const lookEveryMs = 2_000;

/** The policy in force. A file that is wrong at boot stops the boot; one that goes wrong later leaves the last good one. */
export class PolicyHolder {
  private held: PolicyReport;

  /** @throws PolicyFault where the file does not hold a policy */
  constructor(
    private readonly file: string | undefined,
    private readonly now: () => Date,
    /** Hears of each policy that comes into force, and of each file that is not taken. */
    private readonly changed: (report: PolicyReport) => void = () => undefined
  ) {
    this.held = this.report(file ? readPolicyFile(file) : defaultPolicy);
  }

  get current(): Policy {
    return this.held.policy;
  }

  get state(): PolicyReport {
    return this.held;
  }

  /** Reads the file again. False where it is wrong: what was in force stays, and the state says why. */
  reload(): boolean {
    if (!this.file) {
      return true;
    }
    try {
      const next = this.report(readPolicyFile(this.file));
      const isNew = next.hash !== this.held.hash || this.held.problem !== undefined;
      this.held = next;
      if (isNew) {
        this.changed(next);
      }
      return true;
    } catch (error) {
      this.held = { ...this.held, problem: (error as Error).message };
      this.changed(this.held);
      return false;
    }
  }

  /** Follows the file; by its times, because editors and mounts replace files instead of writing them. */
  watch(): void {
    if (this.file) {
      watchFile(this.file, { interval: lookEveryMs, persistent: false }, this.onChange);
    }
  }

  unwatch(): void {
    if (this.file) {
      unwatchFile(this.file, this.onChange);
    }
  }

  private readonly onChange = (): void => void this.reload();

  private report(policy: Policy): PolicyReport {
    return {
      policy,
      source: this.file ? basename(this.file) : 'built-in',
      hash: sha256(canonicalize(policy)),
      loadedAt: this.now().toISOString(),
    };
  }
}
