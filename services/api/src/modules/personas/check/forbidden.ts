/** What no text of a persona may hold, and how it is called when it does. English and Korean, as the texts are. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/[<>]|&(#\d+|[a-z]+);|\]\(|```/i, 'markup'],
  [/\b(https?:|www\.|mailto:)|\b[\w-]+\.(com|net|org|io|kr|example|info|biz|link|xyz)\b|@[\w-]+/i, 'a link or address'],
  [/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u, 'control characters'],
  [/\b(loans?|lend(ing)?|credit (line|limit|increase)|guarantee[ds]?|interest[- ]free)\b|대출|신용 ?한도|보장|무이자/i, 'a promise of credit'],
  [
    /\b(age[ds]?|elderly|seniors?|young(er)?|teen(ager)?s?|wom[ae]n|female|male|men|gender|sex|pregnan\w*|disab\w*|religio\w*|muslims?|christians?|jew\w*|race|racial|ethnic\w*|immigrants?|nationality|sexual\w*|mothers?|fathers?)\b|여성|남성|노인|고령|청소년|임신|장애|종교|인종|국적|외국인/i,
    'a protected group',
  ],
  [/\b(ignore|disregard) (all|any|previous|the above)\b|\b(system prompt|as an ai|language model|instructions?)\b|프롬프트|지시(를|사항)/i, 'talk of instructions'],
]; // prettier-ignore

/** The first thing that the text must not hold, as it is called in a sentence; or nothing. */
export function forbidden(text: string): string | undefined {
  const found = rules.find(([pattern]) => pattern.test(text.normalize('NFKC')));
  return found?.[1];
}
