/** The four operations, brackets and names: what bucket scripts are used for. No code is ever run. */
const token = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|params\.(\w+)|([-+*/()]))/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const source = text.trim();
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) {
      throw new Error(
        `The preview host cannot read "${source.slice(at)}" in a bucket script: use numbers, params and + - * / ( ).`
      );
    }
    tokens.push(match[2] === undefined ? (match[1] ?? match[3] ?? '') : `$${match[2]}`);
  }
  return tokens;
}

/**
 * The value of an arithmetic expression such as `params.a / (params.b + 1) * 100`.
 * @returns null where the result is not a finite number, as for a division by zero.
 * @throws where the text is anything else.
 */
export function evaluateArithmetic(text: string, params: Readonly<Record<string, number>>): number | null {
  const tokens = tokenize(text);
  let at = 0;

  const factor = (): number => {
    const next = tokens[at++];
    if (next === '-') {
      return -factor();
    }
    if (next === '(') {
      const value = sum();
      if (tokens[at++] !== ')') {
        throw new Error(`A bracket is not closed in the bucket script "${text}".`);
      }
      return value;
    }
    const value = next?.startsWith('$') ? params[next.slice(1)] : Number(next);
    if (value === undefined || Number.isNaN(value)) {
      throw new Error(`The bucket script "${text}" ends too early or names an unknown variable.`);
    }
    return value;
  };

  const product = (): number => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/') {
      value = tokens[at++] === '*' ? value * factor() : value / factor();
    }
    return value;
  };

  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      value = tokens[at++] === '+' ? value + product() : value - product();
    }
    return value;
  };

  const value = sum();
  if (at < tokens.length) {
    throw new Error(`The bucket script "${text}" has more than one expression.`);
  }
  return Number.isFinite(value) ? value : null;
}
