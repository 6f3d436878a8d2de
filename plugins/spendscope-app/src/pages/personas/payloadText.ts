import type { PersonaPrompt } from '@spendscope/contracts';

/** Its words with line breaks as a person reads them, or the body as the endpoint gets it. */
export type PayloadForm = 'words' | 'body';

/** The request as text; without a language model the body is the messages that would be in it. */
export const payloadText = ({ body, system, user }: PersonaPrompt, form: PayloadForm): string =>
  form === 'words' ? `${system}\n\n${user}` : JSON.stringify(body ?? { system, user }, null, 2);
