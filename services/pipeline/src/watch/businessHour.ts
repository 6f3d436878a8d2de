/** Hour of day with fractions of an instant in a time zone, 0 to 24. */
export function businessHours(timeZone: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (at) => {
    const [hour, minute] = format.format(at).split(':').map(Number);
    return hour! + minute! / 60;
  };
}
