/**
 * Whether a formula of a rule holds: comparisons, all of which have to, such as `$documents - 0.75 * $before > 0`.
 *
 * @param value of a name that stands in it, without its `$`
 * @throws Error where it is of a form that none of our rules has
 */
export function holds(formula: string, value: (name: string) => number): boolean {
  return formula.split(' && ').every((part) => {
    const form = /^\$?([\w.]+)(?: - (?:([\d.]+) \* )?\$?([A-Za-z][\w.]*))? (>|>=|<) ([\d.]+)$/;
    const [, name, factor, less, sign, bound] = form.exec(part) ?? [];
    if (name === undefined) {
      throw new Error(`This is no comparison: ${part}`);
    }
    const left = value(name) - (less === undefined ? 0 : Number(factor ?? 1) * value(less));
    return sign === '>' ? left > Number(bound) : sign === '<' ? left < Number(bound) : left >= Number(bound);
  });
}
