import path from 'node:path';
import { flatten, messagesInSources } from '../../scripts/messages';
import english from './en-US/spendscope-insights-app.json';
import korean from './ko-KR/spendscope-insights-app.json';

const asked = messagesInSources(path.join(__dirname, '..'));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!).sort();

describe('texts', () => {
  it('are in English as the sources say them (npm run messages -w @spendscope/app writes them)', () => {
    expect(flatten(english)).toEqual(asked);
  });

  it('are all there in Korean, which has one plural form', () => {
    expect(Object.keys(flatten(korean)).sort()).toEqual(
      Object.keys(asked)
        .filter((key) => !key.endsWith('_one'))
        .sort()
    );
  });

  it('have the same placeholders in Korean', () => {
    for (const [key, text] of Object.entries(flatten(korean))) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(asked[key]!)]);
    }
  });
});
