import { stackPaths } from '../paths';
import type { UiPlan } from '../ui/planUi';
import { summaryLines } from './summary';

const user = { username: 'u', password: 'p' };
const lines = (kind: UiPlan['kind']): [string, string][] =>
  summaryLines({
    ui: { kind, title: '', url: 'http://localhost:3000/', issuer: '' },
    apiUrl: 'http://127.0.0.1:8085',
    access: {
      kind: 'embedded',
      url: 'https://127.0.0.1:9200',
      caFile: undefined,
      users: { setup: user, pipeline: user, api: user, grafana: user },
    },
    paths: stackPaths('/clone', {}),
    source: { kind: 'demo', world: 'card', users: 20_000, transactions: 400_000, seed: 7 },
    users: [
      { login: 'admin', role: 'Admin', password: 'x' },
      { login: 'viewer', role: 'Viewer', password: 'y' },
    ],
    feed: true,
  });

describe('summaryLines', () => {
  it('leads to the app and says what data is there', () => {
    expect(lines('preview')).toEqual(
      expect.arrayContaining([
        ['App', 'http://localhost:3000/a/spendscope-insights-app'],
        ['Data', 'demo world "card", 20,000 customers, 400,000 transactions, and a live feed'],
      ])
    );
  });

  it('names the users of a Grafana that was started here, and no passwords of Elasticsearch', () => {
    expect(lines('grafana')).toEqual(
      expect.arrayContaining([
        ['Sign in', 'admin / x (Admin)'],
        ['', 'viewer / y (Viewer)'],
      ])
    );
    expect(JSON.stringify(lines('grafana'))).not.toContain('"p"');
  });
});
