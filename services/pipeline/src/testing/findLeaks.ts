/** What must not be seen, as it stands in the files. */
export interface Originals {
  /** Ids, names, card numbers, addresses: looked for inside every value and every document's id. */
  values: Iterable<string>;
  /** Numbers of customers, as their ids hold them: looked for inside text, as any number may have their digits. */
  numbers: Iterable<string>;
}

/** Originals inside values of documents (by their id), each with the first place that shows it; none when all is well. */
export function findLeaks(documents: Iterable<readonly [string, unknown]>, { values, numbers }: Originals): string[] {
  const places = new Map<string, string>();
  const texts = new Set<string>();
  const note = (value: unknown, place: string): void => {
    if (value !== null && typeof value === 'object') {
      Object.entries(value).forEach(([name, inner]) => note(inner, `${place}.${name}`));
      return;
    }
    const text = String(value);
    if (typeof value === 'string') {
      texts.add(text);
    }
    if (!places.has(text)) {
      places.set(text, place);
    }
  };
  for (const [id, document] of documents) {
    note(id, `${id} (id)`);
    note(document, id);
  }
  return [...within(values, [...places.keys()]), ...within(numbers, [...texts])].map(
    ({ original, text }) => `${original} in ${places.get(text)}: ${text}`
  );
}

/** One search through all texts for each original; only those found are looked for text by text. */
function within(originals: Iterable<string>, texts: readonly string[]): { original: string; text: string }[] {
  const all = texts.join('\n');
  return [...new Set(originals)]
    .filter((original) => all.includes(original))
    .flatMap((original) => {
      const text = texts.find((one) => one.includes(original));
      return text === undefined ? [] : [{ original, text }];
    });
}
