import fc from 'fast-check';
import { Calendar } from './calendar';

const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe('Calendar', () => {
  const calendar = new Calendar(new Date('2026-03-01T09:00:00Z'), 400);

  it('writes times as Date does, within the history and outside it', () => {
    const from = seconds('2024-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 4 * 365 * 86_400 }), (time) => {
        expect(calendar.iso(time)).toBe(new Date(time * 1000).toISOString().replace('.000Z', 'Z'));
      })
    );
  });

  it('cuts days at midnight in Seoul', () => {
    const before = calendar.dayOf(seconds('2026-02-16T14:59:59Z'));
    expect(calendar.dayOf(seconds('2026-02-16T15:00:00Z'))).toBe(before + 1);
    expect(calendar.timeOf(before + 1)).toBe(seconds('2026-02-16T15:00:00Z'));
    expect(calendar.hourOf(seconds('2026-02-16T15:00:00Z'))).toBe(0);
  });

  it('knows weekdays, months and Seollal', () => {
    const seollal = calendar.dayOf(seconds('2026-02-17T03:00:00Z'));
    expect(calendar.weekdayOf(seollal)).toBe(2);
    expect(calendar.monthOf(seollal)).toBe(2);
    expect(calendar.daysToHoliday(seollal)).toBe(0);
    expect(calendar.daysToHoliday(seollal - 10)).toBe(10);
    expect(calendar.daysToHoliday(seollal - 16)).toBeUndefined();
  });
});
