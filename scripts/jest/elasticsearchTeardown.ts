/** Ends the Elasticsearch that elasticsearchSetup.ts started, and waits until its files are gone. */
export default async function stopElasticsearch(): Promise<void> {
  const child = globalThis.spendscopeTestElasticsearch;
  if (!child || child.exitCode !== null) {
    return;
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin!.end();
  await ended;
}
