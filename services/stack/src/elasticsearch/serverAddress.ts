/** Whether a text is an address that Elasticsearch can be reached at, such as https://localhost:9200. */
export function isServerAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
