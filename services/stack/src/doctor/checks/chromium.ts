import { type Check, ok, warn } from '../check';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser for the end-to-end tests; the stack itself needs none. */
export const checkChromium: Check = async ({ env, run }) => {
  const named = env.CHROMIUM_PATH;
  for (const program of named ? [named] : programs) {
    const result = await run(program, ['--version'], { timeoutMs: 15_000 });
    if (result.code === 0) {
      return [ok('Chromium', result.stdout.trim())];
    }
  }
  const fix = 'Needed for npm test only: apt install chromium, or npx playwright install chromium.';
  return [warn('Chromium', 'none on the PATH', fix)];
};
