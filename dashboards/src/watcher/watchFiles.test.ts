import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { WatcherAlert, environment, indices } from '@spendscope/contracts';
import Value from 'typebox/value';
import { ruleGroups } from '../provisioning/ruleGroups';
import type { Watch } from './watch';
import { watchFiles } from './watchFiles';

const folder = path.resolve(__dirname, '../../../deploy/watcher');
const files = watchFiles();
const watches = Object.entries(files).map(([file, text]) => ({ file, text, watch: JSON.parse(text) as Watch }));

it.each(watches)('$file is what the rule makes of it', ({ file, text }) => {
  expect(readFileSync(path.join(folder, file), 'utf8')).toBe(text);
});

it('has a watch for each alert rule and none besides', () => {
  const uids = ruleGroups.flatMap(({ rules }) => rules).map(({ uid }) => `${uid}.json`);
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  ).toEqual(uids.sort());
});

/** What Watcher makes of the body for one group, at an instant as Elasticsearch writes it. */
const rendered = ({ actions }: Watch): unknown =>
  JSON.parse(
    actions
      .reviews!.webhook!.body!.replace('{{ctx.execution_time}}', '2026-11-28T09:02:45.123456789Z')
      .replace('{{ctx.payload.key}}', 'C-0000000001')
  );

it.each(watches)('$file tells the API what it takes', ({ file, watch }) => {
  const body = rendered(watch);
  expect([...Value.Errors(WatcherAlert, body)]).toEqual([]);
  expect(body).toMatchObject({ watchId: file.replace('.json', ''), severity: watch.metadata!.severity });
});

it.each(watches)('$file holds no secret: address and token are variables', ({ text, watch }) => {
  const { url, headers } = watch.actions.reviews!.webhook!;
  expect(url).toBe(`\${${environment.apiUrl}}/v1/hooks/watcher`);
  expect(headers!.Authorization).toBe(`Bearer \${${environment.watcherToken}}`);
  expect(new Set(text.match(/\$\{\w+\}/g))).toEqual(
    new Set([environment.apiUrl, environment.watcherToken].map((name) => `\${${name}}`))
  );
});

const judging = ruleGroups.flatMap(({ rules }) => rules).filter(({ by }) => by === indices.anomalies.fields.user_id);

it.each(watches)(
  '$file names a customer where it judges customers, by the bound of its condition',
  ({ file, watch: { actions, condition, transform, ...rest } }) => {
    const perCustomer = judging.some(({ uid }) => `${uid}.json` === file);
    expect('user' in (rendered({ actions, condition, ...rest }) as object)).toBe(perCustomer);
    expect(actions.reviews!.foreach).toBe(perCustomer ? 'ctx.payload.firing' : undefined);
    if (!perCustomer) {
      expect(transform).toBeUndefined();
    } else if (condition.script) {
      const [, formula] = /anyMatch\((.+)\)$/.exec(String(condition.script.source))!;
      expect(transform!.script!.source).toContain(`.filter(${formula}).`);
    } else {
      const [{ gt }] = Object.values(condition.array_compare!) as unknown as [{ gt: { value: number } }];
      expect(transform!.script!.params).toEqual({ above: gt.value });
    }
  }
);

it('judges customers by two rules', () => {
  expect(judging).toHaveLength(2);
});
