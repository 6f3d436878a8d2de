/** Languages that the plugins have texts in, as they call themselves. */
export const languageNames: Record<string, string> = { 'en-US': 'English', 'ko-KR': '한국어' };

type Done = (error: null, texts: Record<string, string>) => void;

/**
 * The frame's texts for i18next. There is but one per language, its name, and it is needed: i18next takes a language
 * without any text for none, and plugins would then load their English texts.
 */
export const frameTexts = {
  type: 'backend',
  init: (): void => undefined,
  read: (language: string, _namespace: string, done: Done): void =>
    done(null, { language: languageNames[language] ?? language }),
};
