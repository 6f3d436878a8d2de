const daySeconds = 86_400;

// The dates of the two lunar holidays; years outside the table have none.
const seollal = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-07', '2028-01-27', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11']; // prettier-ignore
const chuseok = ['2023-09-29', '2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12', '2031-10-01', '2032-09-19']; // prettier-ignore

/**
 * The days of a history in Korean business time (UTC+9, no daylight saving). Times are whole seconds since 1970 UTC;
 * days are counted from the first one.
 */
export class Calendar {
  readonly start: number;
  readonly end: number;
  /** Business days, the first and the last usually cut. */
  readonly days: number;
  private readonly firstDay: number;
  private readonly dates: string[] = [];
  private readonly firstDate: number;

  constructor(
    end: Date,
    days: number,
    private readonly offset = 9 * 3600
  ) {
    this.end = Math.floor(end.getTime() / 1000);
    this.start = this.end - days * daySeconds;
    this.firstDay = Math.floor((this.start + offset) / daySeconds);
    this.days = Math.floor((this.end + offset) / daySeconds) - this.firstDay + 1;
    this.firstDate = Math.floor(this.start / daySeconds) - 1;
    for (let day = 0; day < days + 4; day++) {
      this.dates.push(new Date((this.firstDate + day) * daySeconds * 1000).toISOString().slice(0, 10));
    }
  }

  dayOf(time: number): number {
    return Math.floor((time + this.offset) / daySeconds) - this.firstDay;
  }

  hourOf(time: number): number {
    return Math.floor((time + this.offset) / 3600) % 24;
  }

  /** Start of a business day. */
  timeOf(day: number): number {
    return (this.firstDay + day) * daySeconds - this.offset;
  }

  /** 0 is Sunday. */
  weekdayOf(day: number): number {
    return (this.firstDay + day + 4) % 7;
  }

  /** 1 to 12. */
  monthOf(day: number): number {
    return new Date((this.firstDay + day) * daySeconds * 1000).getUTCMonth() + 1;
  }

  /** Days until the nearest Seollal or Chuseok (negative when past), within ±15, else undefined. */
  daysToHoliday(day: number): number | undefined {
    for (const date of [...seollal, ...chuseok]) {
      const ahead = Date.parse(date) / 1000 / daySeconds - (this.firstDay + day);
      if (Math.abs(ahead) <= 15) {
        return ahead;
      }
    }
    return undefined;
  }

  /** ISO 8601 in UTC to the second; far quicker than Date for times in the history. */
  iso(time: number): string {
    const date = this.dates[Math.floor(time / daySeconds) - this.firstDate];
    if (date === undefined) {
      return `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
    }
    const second = time % daySeconds;
    return `${date}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`;
  }
}

const pairs = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));

function two(n: number): string {
  return pairs[n]!;
}
