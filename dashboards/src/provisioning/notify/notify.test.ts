import Value from 'typebox/value';
import { parse } from 'yaml';
import { provisioningFiles } from '../../build';
import { AlertingFile } from '../../testing/provisioningSchema';
import { ruleGroups } from '../ruleGroups';
import { type Channel, channels } from './contactPoints';
import { messageLocales, messageTemplates } from './messages';
import { channelVariables, notifiedBy } from './notifiedBy';

interface Receiver {
  type: string;
  settings: Record<string, unknown>;
}
interface Route {
  receiver: string;
  object_matchers: [string, string, string][];
  continue: boolean;
  mute_time_intervals?: string[];
}
interface Read {
  contactPoints: { name: string; receivers: Receiver[] }[];
  policies: [{ receiver: string; routes?: Route[] }];
  muteTimes: { name: string }[];
  templates: { template: string }[];
}

/** Every choice of channels: none, one, two, all. */
const choices: Channel[][] = channels.reduce<Channel[][]>(
  (some, channel) => [...some, ...some.map((chosen) => [...chosen, channel])],
  [[]]
);
const cases = choices.flatMap((chosen) => messageLocales.map((locale) => ({ chosen, locale })));
const filesOf = (chosen: readonly Channel[], locale: 'en' | 'ko' = 'en'): Record<string, string> =>
  provisioningFiles({ channels: chosen, locale });
const read = (chosen: readonly Channel[], locale: 'en' | 'ko' = 'en'): Read =>
  Object.assign({}, ...Object.entries(filesOf(chosen, locale)).filter(([file]) => file.startsWith('alerting/')).map(([, text]) => parse(text))) as Read; // prettier-ignore

it.each(cases)('is valid with $chosen in $locale', ({ chosen, locale }) => {
  for (const [file, text] of Object.entries(filesOf(chosen, locale)).filter(([name]) => name.startsWith('alerting/'))) {
    expect({ file, errors: [...Value.Errors(AlertingFile, parse(text))] }).toEqual({ file, errors: [] });
  }
});

it.each(cases)('refers only to what is there, with $chosen in $locale', ({ chosen, locale }) => {
  const { contactPoints, policies, muteTimes, templates } = read(chosen, locale);
  const names = contactPoints.map(({ name }) => name);
  const routes = policies[0].routes ?? [];
  expect(names).toEqual(expect.arrayContaining([policies[0].receiver, ...routes.map(({ receiver }) => receiver)]));
  expect(muteTimes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(routes.flatMap(({ mute_time_intervals = [] }) => mute_time_intervals))
  );
  const text = JSON.stringify(contactPoints);
  const asked = [...text.matchAll(/template \\\\?\\?"([a-z.]+)/g)].map((match) => match[1]!);
  const defined = templates.flatMap(({ template }) => [...template.matchAll(/define "([a-z.]+)"/g)]).map((match) => match[1]!);
  expect(asked.length).toBe(chosen.length * 2);
  expect(asked.every((name) => name.endsWith(locale))).toBe(true);
  expect(defined).toEqual(expect.arrayContaining(asked));
});

it.each(cases)('has a receiver for each of $chosen and no other, beside the API', ({ chosen, locale }) => {
  const { contactPoints } = read(chosen, locale);
  const types = contactPoints.flatMap(({ receivers }) => receivers).map(({ type }) => type);
  expect(types.sort()).toEqual(['webhook', ...chosen].sort());
});

/** Who is told of an alert of ours: the routes in order, until one that does not go on. */
function told({ policies: [root] }: Read, severity: string): Route[] {
  const labels: Record<string, string> = { product: 'spendscope', severity };
  const matching = (root.routes ?? []).filter(({ object_matchers }) =>
    object_matchers.every(([label, sign, value]) => (labels[label] === value) === (sign === '='))
  );
  const last = matching.findIndex((route) => !route.continue);
  return last < 0 ? matching : matching.slice(0, last + 1);
}

it('tells the API always, people of what is critical at any hour, and of the rest at working hours', () => {
  const all = read(channels);
  const names = (severity: string): string[] =>
    told(all, severity).map(({ receiver, mute_time_intervals }) => (mute_time_intervals ? `${receiver}, by day` : receiver));
  expect(names('critical')).toEqual(['Spendscope reviews', 'Spendscope on call', 'Spendscope operators']);
  expect(names('warning')).toEqual(['Spendscope reviews', 'Spendscope operators, by day']);
  expect(read([]).policies[0]).toMatchObject({ receiver: 'Spendscope reviews' });
  expect(read([]).policies[0].routes).toBeUndefined();
});

it('sets up the channels whose variable is set, and refuses a language that it does not have', () => {
  expect(notifiedBy({})).toEqual({ channels: [], locale: 'en' });
  expect(notifiedBy({ [channelVariables.slack]: 'https://slack.example/x', [channelVariables.email]: '', SPENDSCOPE_ALERT_LOCALE: 'ko' })).toEqual({ channels: ['slack'], locale: 'ko' }); // prettier-ignore
  expect(() => notifiedBy({ SPENDSCOPE_ALERT_LOCALE: 'fr' })).toThrow('SPENDSCOPE_ALERT_LOCALE is fr');
});

describe('messages', () => {
  const { templates } = messageTemplates() as Pick<Read, 'templates'>;

  it.each(templates)('hold no dollar sign, which provisioning could take for a variable, and end what they begin', ({ template }) => {
    expect(template).not.toContain('$');
    const begun = [...template.matchAll(/\{\{-? ?(define|if|with|range)\b/g)].length;
    expect([...template.matchAll(/\{\{-? ?end\b/g)].length).toBe(begun);
  });

  it.each(templates)('link to the dashboard narrowed to the customer', ({ template }) => {
    expect(template).toContain('{{ .DashboardURL }}{{ with .Labels.user_id }}&var-user={{ urlquery . }}{{ end }}');
  });

  it('have each rule’s words in both languages', () => {
    for (const { words } of ruleGroups.flatMap(({ rules }) => rules)) {
      expect(Object.values(words.ko).every((text) => /[가-힣]/.test(text))).toBe(true);
      expect(Object.values(words.en).some((text) => /[가-힣]/.test(text))).toBe(false);
      const named = (text: string): string[] => text.match(/\{\{.*?\}\}|docs\/\S+?\.md/g) ?? [];
      expect(named(words.ko.summary + words.ko.description)).toEqual(named(words.en.summary + words.en.description));
    }
  });
});
