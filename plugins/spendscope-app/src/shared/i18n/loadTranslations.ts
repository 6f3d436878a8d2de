import { initPluginTranslations } from '@grafana/i18n';
import { appId } from '@spendscope/contracts';
import english from '../../locales/en-US/spendscope-insights-app.json';
import korean from '../../locales/ko-KR/spendscope-insights-app.json';

const languages: Record<string, object> = { 'en-US': english, 'ko-KR': korean };

/**
 * Registers our texts; every module.ts calls it once. The texts are in the bundle, so they are there before the first
 * rendering and nothing flashes in English.
 */
export function loadTranslations(): void {
  void initPluginTranslations(appId, [(language) => Promise.resolve({ ...(languages[language] ?? english) })]);
}
