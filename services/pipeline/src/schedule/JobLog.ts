import { indices } from '@spendscope/contracts';
import { type ElasticClient, bulkEntry, bulkWrite } from '@spendscope/elastic';
import { parseLogLine } from '../monitor/parseLogLine';

/** Lines kept of one run; a job that says more is told of, not stored. */
export const mostLines = 5_000;

/** Keeps what a job says. A line is known by its run and place: what is sent twice is stored once. */
export class JobLog {
  private waiting: { id: string; document: object }[] = [];
  private count = 0;

  constructor(
    private readonly client: ElasticClient,
    private readonly occurrenceId: string,
    private readonly now: () => Date
  ) {}

  readonly add = (text: string): void => {
    const line = this.count <= mostLines ? parseLogLine('job', text, this.now()) : undefined;
    if (!line) {
      return;
    }
    const isLast = this.count === mostLines;
    const message = isLast ? `More than ${mostLines} lines: the rest is not kept.` : line.message;
    const id = `${this.occurrenceId}-${String(this.count++).padStart(6, '0')}`;
    this.waiting.push({ id, document: { ...line, message, occurrence_id: this.occurrenceId } });
  };

  /** Stores what came since; what cannot be stored now is tried again at the next call. */
  async flush(): Promise<void> {
    const lines = this.waiting;
    this.waiting = [];
    if (lines.length === 0) {
      return;
    }
    try {
      const body = lines.map(({ id, document }) => bulkEntry(indices.logs.name, id, document)).join('');
      await bulkWrite(this.client, [{ body, documents: lines.length }]);
    } catch (error) {
      this.waiting = [...lines, ...this.waiting].slice(0, mostLines + 1);
      throw error;
    }
  }
}
