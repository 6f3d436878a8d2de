/** Lines of columns that stand under one another. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = head.length > 0 ? [head, ...rows] : rows;
  const columns = Math.max(0, ...all.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, j) => Math.max(...all.map((row) => row[j]?.length ?? 0)));
  return all.map((row) => `  ${row.map((cell, j) => cell.padEnd(widths[j]!)).join('  ')}`.trimEnd()).join('\n');
}

/** Rows of a table of named values. */
export function namedValues(of: Readonly<Record<string, unknown>>): string[][] {
  return Object.entries(of).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
}
