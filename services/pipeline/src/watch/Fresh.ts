/** How long the live feed goes on with what it knows. */
const freshMs = 5_000;

/** What people decided, read again every few seconds. */
export class Fresh<Known> {
  private known: Promise<Known> | undefined;
  private readAt = -Infinity;

  constructor(private readonly read: () => Promise<Known>) {}

  get(): Promise<Known> {
    const now = Date.now();
    if (!this.known || now - this.readAt >= freshMs) {
      this.known = this.read();
      this.readAt = now;
    }
    return this.known;
  }
}
