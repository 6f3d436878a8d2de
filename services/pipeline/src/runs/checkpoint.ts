import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Run } from '@spendscope/contracts';
import { sha256, sha256OfFile } from '../files/sha256';
import { writeAtOnce } from '../files/writeAtOnce';
import { identifier, literal } from '../store/sqlText';
import type { Store } from '../store/store';
import type { RunFacts } from './manifestOf';

/** What is known of a run that did not come to its end. */
export interface Interrupted {
  /** of inputs, parameters and versions: results are used only where all of them are the same */
  key: string;
  /** instant that the run's documents carry */
  at: string;
  run: Run;
  facts: RunFacts;
  stages: Record<string, KeptStage>;
}

interface KeptStage {
  /** files of the folder with their SHA-256 */
  files: Record<string, string>;
  tables: string[];
}

const journalName = 'journal.json';

/**
 * Results of a run's stages, kept until it succeeds. A stage counts as done when the journal names it; the journal is
 * replaced whole, after the stage's own files, so that a kill at any moment loses the stage under way and nothing else.
 */
export class Checkpoint {
  private stages: Record<string, KeptStage> = {};

  constructor(
    private readonly folder: string,
    private readonly store: Store,
    private readonly key: string,
    private readonly at: Date
  ) {}

  /** What an earlier run left, if it can be read. */
  static interrupted(folder: string): Interrupted | undefined {
    const journal = join(folder, journalName);
    try {
      return existsSync(journal) ? (JSON.parse(readFileSync(journal, 'utf8')) as Interrupted) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Goes on with what an earlier run left. */
  take({ stages }: Interrupted): void {
    this.stages = { ...stages };
  }

  has(stage: string): boolean {
    return stage in this.stages;
  }

  /** The result of a stage, its tables put back; undefined where it was not kept, or a file is not what it was. */
  async read(stage: string): Promise<{ value: unknown } | undefined> {
    const kept = this.stages[stage];
    if (!kept || !(await this.isWhole(kept))) {
      delete this.stages[stage];
      return undefined;
    }
    for (const table of kept.tables) {
      await this.store.run(
        `CREATE OR REPLACE TABLE work.${identifier(table)} AS SELECT * FROM read_parquet(${literal(this.tableFile(stage, table))})`
      );
    }
    return { value: deserialize(readFileSync(this.valueFile(stage))) };
  }

  /**
   * Keeps a stage's result (whatever structured cloning takes) and the working tables that it made.
   *
   * @param state of the run after the stage
   */
  async keep(
    stage: string,
    value: unknown,
    tables: readonly string[],
    state: Pick<Interrupted, 'run' | 'facts'>
  ): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const files: Record<string, string> = {};
    for (const table of tables) {
      const file = this.tableFile(stage, table);
      await this.store.run(`COPY work.${identifier(table)} TO ${literal(file)} (FORMAT parquet)`);
      files[basename(file)] = await sha256OfFile(file);
    }
    const bytes = serialize(value);
    writeAtOnce(this.valueFile(stage), bytes);
    files[basename(this.valueFile(stage))] = sha256(bytes);
    this.stages[stage] = { files, tables: [...tables] };
    const journal: Interrupted = { key: this.key, at: this.at.toISOString(), ...state, stages: this.stages };
    writeAtOnce(join(this.folder, journalName), JSON.stringify(journal));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async isWhole({ files }: KeptStage): Promise<boolean> {
    for (const [name, hash] of Object.entries(files)) {
      const file = join(this.folder, name);
      if (!existsSync(file) || (await sha256OfFile(file)) !== hash) {
        return false;
      }
    }
    return true;
  }

  private valueFile(stage: string): string {
    return join(this.folder, `${fileName(stage)}.bin`);
  }

  private tableFile(stage: string, table: string): string {
    return join(this.folder, `${fileName(stage)}.${table}.parquet`);
  }
}

const fileName = (stage: string): string => stage.toLowerCase().replace(/[^a-z0-9]+/g, '-');
