import { anomalyReasonCodes } from '@spendscope/contracts';
import english from '../../locales/en-US/spendscope-insights-app.json';
import korean from '../../locales/ko-KR/spendscope-insights-app.json';
import { reasonCodeWords, reasonWords } from './reasonWords';

describe('reason words', () => {
  it('are there in both languages for every code that a detector gives, and for no other', () => {
    const codes = [...anomalyReasonCodes].sort();
    expect(Object.keys(english.anomalies.reason).sort()).toEqual(codes);
    expect(Object.keys(korean.anomalies.reason).sort()).toEqual(codes);
  });

  it('spell out a code that is not known', () => {
    expect(reasonCodeWords('spent_much_in_an_hour')).toBe('Much spent in an hour');
    expect(reasonCodeWords('odd_thing')).toBe('Odd thing');
  });

  it('tell the ratio to the usual value, but not of what is so or not', () => {
    const reason = { feature: 'log_amount', value: 900, usual: 100, contribution: 0.5 };
    expect(reasonWords(reason, 'amount_high')).toBe('High amount (9× usual)');
    expect(reasonWords({ ...reason, feature: 'night' }, 'night_hour')).toBe('At night');
  });
});
