const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * What of a failed program's output to show: from its first error line on, else its last lines. npm's own lines and
 * colours are left out.
 */
export function lastErrorLines(output: string, count: number): string {
  const lines = output
    .replace(colours, '')
    .split(/[\r\n]+/)
    .map((line) => line.trimEnd())
    .filter((line) => line && !/^npm (warn|error|notice)/i.test(line));
  const first = lines.findIndex((line) => /\berror\b/i.test(line));
  const shown = first >= 0 ? lines.slice(first, first + count) : lines.slice(-count);
  return shown.join('\n    ') || 'it wrote nothing';
}
