import { type IndexDefinition, monthlyIndex, runIndex } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { type ProvisionedRule, grafanaFires } from '../testing/grafanaFires';
import { type Document, ruleCases } from '../testing/ruleCases';
import { watcherFires } from '../testing/watcherFires';
import { watch } from '../watcher/watch';
import { grafanaRules } from './grafanaRules';
import { ruleGroups } from './ruleGroups';

const cases = ruleCases();
const setup = elasticAs('setup');
const grafana = elasticAs('grafana');
const asked = [...new Set(ruleGroups.flatMap((group) => group.rules.map((rule) => rule.source.index)))];

const runId = 'rule-cases';
/** Where documents of an index really lie. */
const placeOf = (index: IndexDefinition): string =>
  index.layout === 'monthly'
    ? monthlyIndex(index, new Date())
    : index.layout === 'run'
      ? runIndex(index, runId)
      : index.name;

const anew = async (): Promise<void> => {
  await setup.indices.delete({ index: asked.map(placeOf), ignore_unavailable: true });
  await installTemplates(setup);
  for (const index of asked.filter(({ layout }) => layout === 'run')) {
    await setup.indices.create({ index: placeOf(index), aliases: { [index.name]: {} } });
  }
};
beforeAll(anew);
afterAll(async () => {
  await anew();
  await Promise.all([setup.close(), grafana.close()]);
});

let stored: Document[] = [];
async function put(documents: readonly Document[]): Promise<void> {
  stored.push(...documents);
  const operations = documents.flatMap(([index, id, fields]) => [{ index: { _index: placeOf(index), _id: id } }, fields]);
  const { errors, items } = await setup.bulk({ operations, refresh: true });
  expect(errors ? items : []).toEqual([]);
}
afterEach(async () => {
  const operations = stored.map(([index, id]) => ({ delete: { _index: placeOf(index), _id: id } }));
  stored = [];
  if (operations.length > 0) {
    await setup.bulk({ operations, refresh: true });
  }
});

const rules = ruleGroups.flatMap((group) => {
  const { groups } = grafanaRules(group) as { groups: [{ rules: ProvisionedRule[] }] };
  return group.rules.map((rule, position) => ({
    uid: rule.uid,
    provisioned: groups[0].rules[position]!,
    watch: watch(rule),
  }));
});

it('has cases for each rule', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ uid }) => uid).sort());
});

describe.each(rules)('$uid', ({ uid, provisioned, watch: watched }) => {
  const { firing, quiet } = cases[uid]!;
  /** The groups it fires for, the same in Grafana and in Watcher, as the user that may read what Grafana reads. */
  const fires = async (): Promise<string[]> => {
    const groups = await grafanaFires(grafana, provisioned);
    expect((await watcherFires(grafana, watched)).sort()).toEqual([...groups].sort());
    return groups;
  };

  it.each(firing.map((aCase, which) => [which, aCase] as const))(
    'fires and recovers, case %i',
    async (_which, aCase) => {
      const { documents, groups, recovered } = aCase();
      await put(documents);
      expect(await fires()).toEqual(groups);
      await put(recovered);
      expect(await fires()).toEqual([]);
    }
  );

  it('is quiet where nothing is stored', async () => {
    expect(await fires()).toEqual([]);
  });

  it.each(quiet.map((documents, which) => [which, documents] as const))('is quiet, case %i', async (_which, documents) => {
    await put(documents());
    expect(await fires()).toEqual([]);
  });
});
