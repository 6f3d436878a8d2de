import type { Client } from '@elastic/elasticsearch';
import { type IndexDefinition, allIndices, indexTemplate } from '@spendscope/contracts';

/** Puts every index template, and creates the single indices, so that an empty system answers with no rows, not with errors. */
export async function installTemplates(client: Client): Promise<void> {
  for (const index of allIndices) {
    const { name, ...body } = indexTemplate(index);
    await client.indices.putIndexTemplate({ name, ...body });
  }
  await Promise.all(
    allIndices.filter((index) => index.layout === 'single').map((index) => createIfMissing(client, index))
  );
}

async function createIfMissing(client: Client, index: IndexDefinition): Promise<void> {
  const known = await client.indices.exists({ index: index.name });
  if (known) {
    // A newer contract adds fields to what is there; Elasticsearch refuses an incompatible change by itself.
    await client.indices.putMapping({ index: index.name, properties: index.mapping as never });
    return;
  }
  await client.indices.create({ index: index.name }, { ignore: [400] });
}
