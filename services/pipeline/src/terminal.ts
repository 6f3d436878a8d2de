/** The only module that speaks to the terminal. Results go to stdout, everything about the work to stderr. */
export function say(text: string): void {
  console.log(text);
}

export function tell(text: string): void {
  console.error(text);
}
