import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allIndices, indices } from '@spendscope/contracts';
import { parse } from 'yaml';
import { alertedPanel } from './anomalyOperations';
import { dashboardFiles, provisioningFiles } from './build';
import { dataSources } from './dataSources';
import { panelIds } from './panelIds';
import { type World, cardWorld } from './world';

const root = path.resolve(__dirname, '../..');

interface Link {
  title: string;
  placement?: string;
}

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  targets?: { refId: string; datasource?: { uid: string } }[];
}
const built = Object.entries(dashboardFiles()).map(([file, text]) => ({
  file,
  text,
  board: JSON.parse(text) as { uid: string; title: string; panels: Panel[]; links: Link[] },
}));

describe('dashboards', () => {
  it.each(built)('$file is what its source builds', ({ file, text }) => {
    expect(readFileSync(path.join(root, 'dashboards', file), 'utf8')).toBe(text);
  });

  it.each(Object.entries(provisioningFiles()))('provisioning/%s is what its source builds', (file, text) => {
    expect(readFileSync(path.join(root, 'provisioning', file), 'utf8')).toBe(text);
  });

  it.each(built)('$file asks a question per panel and says how it is answered', ({ board }) => {
    for (const panel of board.panels) {
      expect(panel.title).toMatch(/\?$/);
      expect(panel.description ?? '').not.toBe('');
    }
  });

  it.each(built)('$file queries provisioned data sources only', ({ board }) => {
    const known: string[] = Object.values(dataSources).map((source) => source.uid);
    const asked = board.panels.flatMap((panel) => panel.targets ?? []).map((target) => target.datasource?.uid);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((uid) => !known.includes(uid ?? ''))).toEqual([]);
  });

  it.each(built)('$file shows its links on the bar, not in the menu of hidden controls', ({ board }) => {
    expect(board.links.map(({ placement }) => placement)).toEqual(board.links.map(() => undefined));
    expect(board.links.map(({ title }) => title).slice(-3)).toEqual(['Spendscope', 'Newest run', 'Open the app']);
  });

  it('gives Grafana no index that holds originals', () => {
    const hidden = allIndices.filter((index) => !index.grafanaReads).map((index) => index.name);
    expect(Object.values(dataSources).filter((source) => hidden.includes(source.index.name))).toEqual([]);
  });

  it('keeps the id by which alerts name their panel, whatever the data has', () => {
    const idIn = (world: World): unknown =>
      (
        JSON.parse(dashboardFiles(world)['anomaly-operations.json']!) as { panels: { id: number; title: string }[] }
      ).panels.find(({ title }) => title === alertedPanel)?.id;
    const { transactions, customers } = cardWorld.has;
    const { geo, country } = indices.transactions.fields;
    const withoutPlaces = transactions.filter((field) => field !== geo);
    const withoutCountries = withoutPlaces.filter((field) => field !== country);
    for (const present of [withoutPlaces, withoutCountries]) {
      const world = { ...cardWorld, live: false, has: { transactions: present, customers } };
      expect(idIn(world)).toBe(idIn(cardWorld));
    }
    expect(idIn(cardWorld)).toEqual(expect.any(Number));
  });

  it('draws for data that keeps coming no count of what was loaded, and for a file that it ends with', () => {
    const loaded = { read: 541_909, rejected: 135_080, transactions: 406_829, customers: 4_372 };
    const spend = (world: World): string => dashboardFiles(world)['spend-overview.json']!;
    expect(spend(cardWorld)).not.toContain('What was loaded?');
    expect(spend({ ...cardWorld, live: false, loaded })).toContain(
      '**406,829 transactions of 4,372 customers**, from 541,909 rows; 135,080 rows were rejected.'
    );
  });

  // Grafana refuses to start with one of the two alone.
  it.each(Object.entries(provisioningFiles()).filter(([file]) => file.endsWith('rules.yaml')))(
    'names in %s the dashboard and the panel that draw each rule',
    (_file, yaml) => {
      const { groups } = parse(yaml) as { groups: { rules: { annotations: Record<string, string> }[] }[] };
      const named = groups.flatMap(({ rules }) => rules).map(({ annotations }) => annotations);
      expect(named.length).toBeGreaterThan(0);
      for (const { __dashboardUid__: uid, __panelId__: id } of named) {
        const drawn = built.find(({ board }) => board.uid === uid)?.board.panels.map((panel) => String(panel.id));
        expect(drawn).toContain(id);
      }
    }
  );

  it.each(Object.entries(panelIds))('%s is the id in its plugin.json', (_name, id) => {
    const folder = id
      .replace(/^spendscope-(.*)-panel$/, '$1')
      .replace('explorer', '-explorer')
      .replace('cards', '-cards')
      .replace('table', '-table');
    const plugin = JSON.parse(
      readFileSync(path.join(root, 'plugins/spendscope-app/src/panels', folder, 'plugin.json'), 'utf8')
    ) as { id: string };
    expect(plugin.id).toBe(id);
  });
});
