import {
  type Actor,
  type Control,
  type ControlState,
  type InterventionMode,
  indices,
  interventionModes,
} from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments } from '@spendscope/elastic';

/** The last is no switch: it holds the newest verdict on the audit chain. */
export type SwitchName = 'mode' | 'breaker' | 'audit_chain';
type Change = Pick<Control, 'value' | 'reason' | 'proposal'> & { by: Actor };

/** The less a mode does, the stricter it is. */
const strictness: readonly InterventionMode[] = ['enforce', 'observe', 'readonly'];

export const stricterOf = (one: InterventionMode, other: InterventionMode): InterventionMode =>
  strictness[Math.max(strictness.indexOf(one), strictness.indexOf(other))]!;

/** Switches that all servers on one store follow; each reads them anew every few seconds, and at once what it changes. */
export class Controls {
  private readonly documents: VersionedDocuments<Control>;
  private readonly known = new Map<SwitchName, Versioned<Control>>();

  constructor(
    client: ElasticClient,
    private readonly configured: InterventionMode,
    private readonly now: () => Date
  ) {
    this.documents = new VersionedDocuments(client, indices.controls.name);
  }

  /** The stricter of configuration and switch: neither can loosen what the other holds back. */
  get mode(): InterventionMode {
    const switched = interventionModes.find((mode) => mode === this.known.get('mode')?.document.value);
    return stricterOf(this.configured, switched ?? 'enforce');
  }

  get breakerOpen(): boolean {
    return this.known.get('breaker')?.document.value === 'open';
  }

  get state(): ControlState {
    const [mode, breaker] = [this.known.get('mode')?.document, this.known.get('breaker')?.document];
    return {
      mode: this.mode,
      configured: this.configured,
      breaker: this.breakerOpen ? 'open' : 'closed',
      ...(mode ? { modeSwitch: mode } : {}),
      ...(breaker ? { breakerSwitch: breaker } : {}),
    };
  }

  /** The newest verdict on the audit chain that this server has heard of. */
  get chainVerdict(): Control | undefined {
    return this.known.get('audit_chain')?.document;
  }

  async refresh(): Promise<void> {
    await Promise.all([this.read('mode'), this.read('breaker')]);
  }

  /** The switch as it stands in the store now. */
  async read(name: SwitchName): Promise<Versioned<Control> | undefined> {
    const control = await this.documents.get(name);
    if (control) {
      this.known.set(name, control);
    } else {
      this.known.delete(name);
    }
    return control;
  }

  /** Changes a switch that is still as it was read; undefined where somebody else changed it first. */
  async change(
    name: SwitchName,
    from: Versioned<Control> | undefined,
    { value, reason, by, proposal }: Change
  ): Promise<Control | undefined> {
    const control: Control = {
      value,
      reason,
      changed_by: by,
      changed_at: this.now().toISOString(),
      ...(proposal ? { proposal } : {}),
    };
    const written = from
      ? await this.documents.replace(name, control, from.version)
      : await this.documents.create(name, control);
    if (written) {
      this.known.set(name, written);
    }
    return written?.document;
  }
}
