import type { Client } from '@elastic/elasticsearch';
import { type IndexDefinition, allIndices, indexTemplate } from '@spendscope/contracts';
import { indexShapes } from './upgrade/indexShapes';
import { widenIndex } from './upgrade/widenIndex';

/**
 * Puts every index template, creates the single indices, so that an empty system answers with no rows, not with errors, and
 * adds the fields of a newer contract to what is there.
 *
 * @throws Error where an index has to be copied first, which only an operator may start.
 */
export async function installTemplates(client: Client): Promise<void> {
  await putTemplates(client, allIndices);
  await Promise.all(
    allIndices.filter((index) => index.layout === 'single').map((index) => createIfMissing(client, index))
  );
  const shapes = await indexShapes(client);
  const widened = await Promise.all(shapes.map((shape) => widenIndex(client, shape)));
  const refused = shapes.filter((_, position) => !widened[position]).map(({ name }) => name);
  if (refused.length > 0) {
    throw new Error(`${refused.join(', ')}: of a former form. Stop what writes, and run "spendscope indices upgrade".`);
  }
}

export async function putTemplates(client: Client, definitions: readonly IndexDefinition[]): Promise<void> {
  for (const index of definitions) {
    const { name, ...body } = indexTemplate(index);
    await client.indices.putIndexTemplate({ name, ...body });
  }
}

async function createIfMissing(client: Client, index: IndexDefinition): Promise<void> {
  const known = await client.indices.exists({ index: index.name });
  if (!known) {
    await client.indices.create({ index: index.name }, { ignore: [400] });
  }
}
