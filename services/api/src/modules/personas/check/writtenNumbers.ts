import type { Unit } from '../prompt/personaFacts';

/** A number as a text has it. */
export interface WrittenNumber {
  text: string;
  value: number;
  /** Size of the last digit that was written: 0.1 for `16.7`, 100,000 for `4.7 million`. */
  step: number;
  unit?: Unit;
}

const scales: Record<string, number> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 },
  ...{ 천: 1e3, 만: 1e4, 백만: 1e6, 천만: 1e7, 억: 1e8 },
};
const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(%|percent\b|per cent\b|퍼센트|프로)/i, 'percent'],
  [/^-?(days?\b|일)/i, 'days'],
  [/^-?(orders?\b|purchases?\b|건|회)/i, 'orders'],
  [/^(×|x\b|times\b|배)/i, 'times'],
  [/^(won\b|krw\b|eur(os?)?\b|gbp\b|usd\b|dollars?\b|pounds?\b|원|[₩$€£])/i, 'money'],
  [/^(customers?\b|people\b|명)/i, 'customers'],
];
/** Written out, they are numbers all the same; `one`, `third` and `quarter` have too many other meanings. */
const words: Record<string, number> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ dozen: 12, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 },
  ...{ half: 0.5, halve: 0.5, twice: 2, double: 2, doubled: 2, triple: 3, tripled: 3 },
  ...{ 절반: 0.5, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 },
};

const digits =
  /([₩$€£]\s*)?(?<![\p{L}\p{N}])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(백만|천만|천|만|억|thousand\b|million\b|billion\b|bn\b|mn\b|[km]\b))?/giu;

/** Every number in a text, in figures of any script or in words. */
export function writtenNumbers(text: string): WrittenNumber[] {
  const plain = text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit);
  const unitAt = (at: number): { unit?: Unit } => {
    const unit = units.find(([pattern]) => pattern.test(plain.slice(at).trimStart()))?.[1];
    return unit ? { unit } : {};
  };
  const figures = [...plain.matchAll(digits)].map((match): WrittenNumber => {
    const [whole, symbol, integer, fraction = '', scale] = match;
    const factor = scale ? scales[scale.toLowerCase()]! : 1;
    return {
      text: whole.trim(),
      value: Number(integer!.replaceAll(',', '') + fraction) * factor,
      step: factor / 10 ** Math.max(0, fraction.length - 1),
      ...(symbol ? { unit: 'money' } : unitAt(match.index + whole.length)),
    };
  });
  // What was read as figures is blanked, so that the places of the words stay.
  const rest = plain.replace(digits, (figure) => ' '.repeat(figure.length));
  const spelled = [...rest.matchAll(/\p{L}+/gu)].flatMap((match): WrittenNumber[] => {
    const key = match[0].toLowerCase();
    return Object.hasOwn(words, key)
      ? [{ text: match[0], value: words[key]!, step: 0.1, ...unitAt(match.index + key.length) }]
      : [];
  });
  return [...figures, ...spelled];
}

/** Decimal digits of other scripts stand in blocks of ten. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) {
    zero--;
  }
  return String(code - zero);
}
