const longest = 40;
const mostWords = 6;
/** What a name of goods has no reason to say, and what is said to a model to turn it. */
const orders =
  /\b(ignore|disregard|forget|override|instructions?|prompts?|system|assistant|you are|reply|respond|output|json|https?|www)\b|무시|지시|프롬프트|시스템|출력|답변/i;

/**
 * A name that came with the data, made harmless, or nothing where it is none: letters, blanks and `&/,'()-` of at most
 * 40 characters. Names with digits are left out, since the answer's numbers are checked against the figures alone.
 */
export function safeName(name: string): string | undefined {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{C}/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N} &/,'()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isName = plain.length > 0 && plain.length <= longest && plain.split(' ').length <= mostWords;
  return isName && !/\p{N}/u.test(plain) && !orders.test(name.normalize('NFKC')) ? plain : undefined;
}
