import { unwatchFile, watchFile } from 'node:fs';
import { readTokenFile } from '../config/secrets';

const lookEveryMs = 2_000;

/** The channel tokens in force: as configured, or followed in a file, so that a rotation needs no restart. */
export class ChannelTokenFile {
  private tokens: readonly string[];

  constructor(
    configured: readonly string[],
    private readonly file: string | undefined,
    private readonly failed: (error: unknown) => void = () => undefined
  ) {
    this.tokens = configured;
  }

  get current(): readonly string[] {
    return this.tokens;
  }

  /** Reads the file again; one that is wrong leaves the tokens as they were. */
  reload(): void {
    if (!this.file) {
      return;
    }
    try {
      this.tokens = readTokenFile(this.file);
    } catch (error) {
      this.failed(error);
    }
  }

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

  private readonly onChange = (): void => this.reload();
}
