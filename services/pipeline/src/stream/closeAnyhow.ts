/** Ends a client; one whose connection is broken has nothing more to say. */
export async function closeAnyhow(client: { close(force: boolean): unknown }): Promise<void> {
  try {
    await client.close(true);
  } catch {
    // It is gone already.
  }
}
