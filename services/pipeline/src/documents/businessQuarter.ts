import type { Transaction } from '@spendscope/contracts';
import { literal } from '../store/sqlText';

type Quarter = Required<Pick<Transaction, 'year' | 'quarter_of_year' | 'quarter'>>;

/** SQL of a UTC timestamp's quarter in a time zone, by the names of the fields. */
export function quarterSql(instant: string, timeZone: string): Record<keyof Quarter, string> {
  const local = `((${instant} AT TIME ZONE 'UTC') AT TIME ZONE ${literal(timeZone)})`;
  return {
    year: `strftime(${local}, '%Y')`,
    quarter_of_year: `'Q' || quarter(${local})`,
    quarter: `strftime(${local}, '%Y') || ' Q' || quarter(${local})`,
  };
}

/** The same for one instant at a time, as a live feed needs it. */
export function businessQuarters(timeZone: string): (at: Date) => Quarter {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return (at) => {
    const [year, month] = format.format(at).split('-') as [string, string];
    const quarter_of_year = `Q${Math.ceil(Number(month) / 3)}`;
    return { year, quarter_of_year, quarter: `${year} ${quarter_of_year}` };
  };
}
