import type { Store } from '../store/store';
import type { InputFile } from './classifyFiles';
import type { FieldCheck } from './fieldChecks';
import { recordLines } from './recordLines';
import { type BrokenLine, stagingTable } from './stageFile';

/** A rejected row as the user meets it. */
export interface Reject {
  file: string;
  line: number;
  column?: string;
  value?: string;
  code: string;
  reason: string;
}

interface BadRow {
  ordinal: number;
  problem: number;
  bad: string | null;
}

/** Everything that was rejected of one file, in order of its lines. */
export async function readRejects(
  store: Store,
  file: InputFile,
  number: number,
  checks: readonly FieldCheck[],
  broken: readonly BrokenLine[]
): Promise<Reject[]> {
  const bad = await store.rows<BadRow>(
    `SELECT ordinal, problem, bad FROM ${stagingTable(file.entity)}
     WHERE file = ${number} AND problem IS NOT NULL ORDER BY ordinal`
  );
  if (bad.length === 0 && broken.length === 0) {
    return [];
  }
  const lines = await linesOf(file, bad, broken);
  const rows = bad.map((row, i): Reject => {
    const check = checks[row.problem]!;
    return {
      file: file.path,
      line: lines.rows[i] ?? row.ordinal,
      ...(check.column ? { column: check.column } : {}),
      ...(row.bad === null ? {} : { value: row.bad }),
      code: check.code,
      reason: check.reason,
    };
  });
  const unread = broken.map((line): Reject => ({
    file: file.path,
    line: lines.rejects.get(line.byte) ?? 0,
    ...(line.column ? { column: line.column } : {}),
    value: line.value,
    code: line.code,
    reason: line.reason,
  }));
  return [...rows, ...unread].sort((a, b) => a.line - b.line);
}

async function linesOf(
  file: InputFile,
  bad: readonly BadRow[],
  broken: readonly BrokenLine[]
): ReturnType<typeof recordLines> {
  if (file.format === 'parquet') {
    return { rows: bad.map((row) => row.ordinal), rejects: new Map() };
  }
  return recordLines(
    file,
    bad.map((row) => row.ordinal),
    new Set(broken.map((line) => line.byte))
  );
}
