import type { FastifyRequest } from 'fastify';

/** What a user of Grafana sets in the profile. */
export interface Appearance {
  theme: string;
  /** BCP 47, one of those that our plugins have texts in. */
  language: string;
}

const themes = ['dark', 'light'];
const languages = ['en-US', 'ko-KR'];

/** From the address (`?theme=light&lang=ko-KR`), else from the cookie that the page's switch wrote, else the first choice. */
export function appearanceOf(request: FastifyRequest): Appearance {
  const query = request.query as Record<string, unknown>;
  const choice = (asked: unknown, cookie: string, choices: readonly string[]): string => {
    const kept = new RegExp(`(?:^|;\\s*)${cookie}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];
    return [asked, kept].find((value): value is string => choices.includes(value as string)) ?? choices[0]!;
  };
  return {
    theme: choice(query.theme, 'spendscope_preview_theme', themes),
    language: choice(query.lang, 'spendscope_preview_language', languages),
  };
}
