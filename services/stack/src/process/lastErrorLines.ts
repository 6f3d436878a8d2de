/** The last lines of a program's output that are not npm's own, joined for one message. */
export function lastErrorLines(output: string, count: number): string {
  const lines = output
    .split(/[\r\n]+/)
    .map((line) => line.trimEnd())
    .filter((line) => line && !/^npm (warn|error|notice)/i.test(line));
  return lines.slice(-count).join('\n    ') || 'it wrote nothing';
}
