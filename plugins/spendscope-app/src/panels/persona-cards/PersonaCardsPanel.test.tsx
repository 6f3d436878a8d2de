import {
  FieldType,
  getDefaultTimeRange,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { PersonaEntry, PersonaList } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { segmentsFrame } from '../../shared/segments/segmentsFixture';
import { actionList } from '../../testing/anomalyFixtures';
import { ApiFailure, fakeApi } from '../../testing/fakeApi';
import { PersonaCardsPanel } from './PersonaCardsPanel';
import { defaultOptions, type PersonaCardsOptions } from './types';

const segments = segmentsFrame([
  {
    cluster: 1,
    rank: 2,
    name: 'Core loyal',
    size: 300,
    churn_rate: 0.1,
    source: 'model',
    source_detail: 'Gemini',
    strategies: [],
  },
  { cluster: 0, rank: 1, size: 100, churn_rate: 0.5, churn_low: 0.4, churn_high: 0.6, share: 0.25, spend_share: 0.5 },
]);
segments.fields.find(({ name }) => name === 'means.monetary')!.config = { unit: 'currencyKRW', decimals: 1 };

function show(series: DataFrame[], options: Partial<PersonaCardsOptions> = {}, data: Partial<PanelData> = {}): void {
  render(
    <PersonaCardsPanel
      {...({
        data: { series, state: LoadingState.Done, timeRange: getDefaultTimeRange(), ...data },
        options: { ...defaultOptions, ...options },
        width: 1000,
        height: 600,
      } as PanelProps<PersonaCardsOptions>)}
    />
  );
}
const card = (name: string): HTMLElement => screen.getByRole('article', { name });
const state = (): string | null => screen.getByTestId('data-testid spendscope panel-state').getAttribute('data-state');

beforeEach(() => {
  locationService.push('/d/segments');
  // Cards are whole before the API has said anything, and without it.
  const never = (): Promise<never> => new Promise(() => undefined);
  fakeApi({ 'GET personas': never, 'GET actions': never });
});

describe('PersonaCardsPanel', () => {
  it('lists an article per segment, by rank, each with its heading', () => {
    show([segments]);
    expect(screen.getAllByRole('article').map((article) => within(article).getByRole('heading').textContent)).toEqual([
      'High risk of leaving',
      'Core loyal',
    ]);
    expect(screen.getByRole('region', { name: 'Personas' })).toHaveAccessibleDescription(
      '2 segments of 400 customers, by priority'
    );
  });

  it('shows figures with their interval, basis and comparison', () => {
    show([segments]);
    const text = card('High risk of leaving').textContent;
    expect(text).toContain('Customers10025.0% of all');
    expect(text).toContain('Churn rate50.0%95 %: 40.0 – 60.0observed');
    expect(text).toContain('Spend share50.0%2.0× its size');
    expect(text).toContain('Recency72 days0.60×');
    expect(text).toContain('Monetary₩4.7M0.83×');
    expect(text).toContain('mean 20.0%+30 pts');
  });

  it('lists strategies as action, channel, KPI and limit, and says when there are none', () => {
    show([segments]);
    expect(within(card('High risk of leaving')).getByRole('list', { name: 'What to do' })).toHaveTextContent(
      'Win-back offer on the last travel categoryApp push · Return in 30 days +4 pts · limit: 1 per 60 days'
    );
    expect(card('Core loyal')).toHaveTextContent('No strategies are written for this segment yet.');
  });

  it('says where the text comes from', () => {
    show([segments]);
    expect(card('High risk of leaving')).toHaveTextContent('Rule-based · no key');
    expect(card('Core loyal')).toHaveTextContent('Language model · Gemini');
  });

  it('says by which rule a segment has its name', async () => {
    const user = userEvent.setup();
    show([segments]);
    await user.click(screen.getByRole('button', { name: 'Who wrote the text of High risk of leaving?' }));
    expect(await screen.findByText('Name by rule: Nearest profile for which recency z > 0.')).toBeInTheDocument();
    expect(screen.getByText(/nothing left the system/)).toBeInTheDocument();
  });

  it('explains the priority with formula and inputs, and Esc closes it', async () => {
    const user = userEvent.setup();
    show([segments]);
    await user.click(screen.getByRole('button', { name: 'Why does High risk of leaving have this priority?' }));
    expect(await screen.findByText(/customers × mean spend × churn probability/)).toBeInTheDocument();
    expect(screen.getByText('118 × ₩4.7M × 60.7% → 1.00')).toBeInTheDocument();
    expect(screen.queryByText(/to a power/)).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByText(/customers × mean spend/)).not.toBeInTheDocument();
  });

  it('says how much each input counts where they do not count alike', async () => {
    const user = userEvent.setup();
    show([segmentsFrame([{ 'priority_weights.churn': 2 }])]);
    await user.click(screen.getByRole('button', { name: 'Why does High risk of leaving have this priority?' }));
    expect(await screen.findByText('Each counts to a power: customers 1, spend 1, churn 2.')).toBeInTheDocument();
  });

  it('puts two personas side by side, and a third in the place of the first', async () => {
    const user = userEvent.setup();
    show([segments]);
    await user.click(screen.getByRole('button', { name: 'Compare High risk of leaving with another persona' }));
    expect(screen.queryByRole('table', { name: 'Two personas side by side' })).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Choose another persona to compare with');
    await user.click(screen.getByRole('button', { name: 'Compare Core loyal with another persona' }));
    const table = screen.getByRole('table', { name: 'Two personas side by side' });
    expect(within(table).getByRole('row', { name: /^Customers/ })).toHaveTextContent('Customers1003003.0×');
    expect(within(table).getByRole('row', { name: /^Churn rate/ })).toHaveTextContent('50.0% (40.0 – 60.0)');
    await user.click(screen.getByRole('button', { name: 'End comparison' }));
    expect(screen.queryByRole('table', { name: 'Two personas side by side' })).not.toBeInTheDocument();
  });

  it('opens a segment in the explorer by the dashboard’s variable', async () => {
    const user = userEvent.setup();
    show([segments]);
    await user.click(screen.getByRole('button', { name: 'Open Core loyal in explorer' }));
    expect(locationService.getLocation().pathname).toBe('/d/segments');
    expect(locationService.getSearchObject()).toEqual({ 'var-cluster': 'Core loyal' });
  });

  it('opens it on another dashboard, by number, where the options say so', async () => {
    const user = userEvent.setup();
    show([segments], { explorerUrl: '/d/explorer', clusterValue: 'number', clusterVariable: 'segment' });
    await user.click(screen.getByRole('button', { name: 'Open Core loyal in explorer' }));
    expect(locationService.getLocation().pathname).toBe('/d/explorer');
    expect(locationService.getSearchObject()).toEqual({ 'var-segment': '1' });
  });

  it('copies a card as text', async () => {
    const user = userEvent.setup();
    // The clipboard is for secure pages; jsdom's is none.
    Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
    show([segments]);
    await user.click(screen.getByRole('button', { name: 'Copy High risk of leaving as text' }));
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('1. High risk of leaving\n');
    expect(copied).toContain('Churn: 50.0% [40.0% – 60.0%], observed in the data');
    expect(copied).toContain('- Win-back offer on the last travel category (App push');
  });

  it('shows the same as a table', async () => {
    const user = userEvent.setup();
    show([segments]);
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('table', { name: 'Personas in figures' })).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toHaveTextContent('High risk of leaving1.0010025.0%50.0%50.0%72 days13 orders₩4.7M');
  });
});

const unjudged = { textHash: 'a'.repeat(64), ratings: { up: 2, down: 0 } };

describe('texts by a language model', () => {
  const words = {
    description: 'Written by a model.',
    strategies: [{ action: 'Call them', channel: 'phone', kpi: 'answers', limit: 'once' }],
  };
  const written = new Date(Date.now() - 3 * 60_000).toISOString();
  const told = (change: Partial<PersonaList> = {}): PersonaList => ({
    runId: 'run-2',
    writer: { on: true, provider: 'gemini', model: 'model-1' },
    items: [
      {
        ...unjudged,
        cluster: 0,
        name: 'High risk of leaving',
        source: 'model',
        model: 'model-1',
        createdAt: written,
        words,
      },
      {
        ...unjudged,
        cluster: 1,
        name: 'Core loyal',
        source: 'rules',
        reason: 'check_failed',
        detail: 'The number "9" was not given.',
      },
    ],
    ...change,
  });

  it('stand in the card with model and age, and leave the figures as they are', async () => {
    fakeApi({ 'GET personas': () => told() });
    show([segments]);
    expect(await screen.findByText('Gemini model-1 · 3 minutes ago')).toBeInTheDocument();
    const text = card('High risk of leaving').textContent;
    expect(text).toContain('Written by a model.');
    expect(text).toContain('Call them');
    expect(text).toContain('Customers10025.0% of all');
    expect(card('Core loyal')).toHaveTextContent('Rule-based · check failed');
  });

  it('are not shown for figures of another run', async () => {
    const api = fakeApi({ 'GET personas': () => told({ runId: 'run-3' }) });
    show([segments]);
    await waitFor(() => expect(api.callsOf('GET personas')).toHaveLength(1));
    expect(screen.queryByText('Written by a model.')).not.toBeInTheDocument();
  });

  it.each([
    ['without the right', told(), []],
    ['without a model', told({ writer: { on: false } }), ['personas:write']],
    ['on an older run', told({ runId: 'run-3' }), ['personas:write']],
  ] as const)('cannot be written anew %s', async (_, list, rights) => {
    const api = fakeApi({ 'GET personas': () => list, 'GET actions': () => actionList([...rights]) });
    show([segments]);
    await waitFor(() => expect(api.calls).toHaveLength(3));
    expect(screen.queryByRole('button', { name: /anew/ })).not.toBeInTheDocument();
  });

  it('are written anew on request: figures stay, and the outcome is announced', async () => {
    const user = userEvent.setup();
    let answer: (entry: unknown) => void = () => undefined;
    const api = fakeApi({
      'GET personas': () => told(),
      'GET actions': () => actionList(['personas:write']),
      'POST personas/1/regenerate': () => new Promise((resolve) => (answer = resolve)),
    });
    show([segments]);
    const button = await screen.findByRole('button', { name: 'Write the text of Core loyal anew' });
    await user.click(button);
    expect(within(card('Core loyal')).getAllByRole('status', { name: 'The text is being written' })).toHaveLength(2);
    expect(card('Core loyal').textContent).toContain('Customers300');
    expect(button).toBeDisabled();
    const [call] = api.callsOf('POST personas/1/regenerate');
    expect(call!.data).toEqual({ runId: 'run-2' });
    expect(call!.headers!['Idempotency-Key']).toMatch(/^[0-9a-f]{32}$/);
    answer(told().items[1]);
    expect(
      await screen.findByText('The text of Core loyal stays: check failed. The number "9" was not given.')
    ).toHaveAttribute('role', 'status');
    expect(screen.queryByRole('status', { name: 'The text is being written' })).not.toBeInTheDocument();
  });

  it('say what the API said where it refused', async () => {
    const user = userEvent.setup();
    fakeApi({
      'GET personas': () => told(),
      'GET actions': () => actionList(['personas:write']),
      'POST personas/0/regenerate': () => {
        throw new ApiFailure(409, { detail: 'A newer run has been published since. Load the page anew.' });
      },
    });
    show([segments]);
    await user.click(await screen.findByRole('button', { name: 'Write the text of High risk of leaving anew' }));
    expect(await screen.findByText(/A newer run has been published/)).toBeInTheDocument();
  });
});

describe('texts by people', () => {
  const plan = { action: 'Call them', channel: 'phone', kpi: 'answers', limit: 'once' };
  const original = { description: 'They used to buy, and have gone quiet.', strategies: [plan, plan, plan] };
  const own = { ...original, description: 'They used to buy, and nobody asked them why.' };
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000).toISOString();
  const edit = { by: 'kim', at: hoursAgo, pinned: true, etag: '"4-1"', runId: 'run-1', original };
  const edited: PersonaEntry = {
    ...unjudged,
    cluster: 0,
    name: 'High risk of leaving',
    source: 'person',
    words: own,
    edit,
  };
  const plain: PersonaEntry = { ...unjudged, cluster: 1, name: 'Core loyal', source: 'rules', reason: 'off' };
  const list: PersonaList = { runId: 'run-2', writer: { on: false }, items: [edited, plain] };
  const editor = { 'GET personas': () => list, 'GET actions': () => actionList(['personas:write']) };

  it('stand with who edited them and when, and say that newer figures stand beside them', async () => {
    fakeApi({ 'GET personas': () => list });
    show([segments]);
    expect(await screen.findByText('Edited by kim · 2 hours ago · pinned')).toBeInTheDocument();
    expect(card('High risk of leaving')).toHaveTextContent('nobody asked them why');
    expect(card('High risk of leaving')).toHaveTextContent('The text describes an earlier run');
    expect(card('Core loyal')).not.toHaveTextContent('The text describes an earlier run');
    expect(screen.queryByRole('button', { name: /Edit or pin/ })).not.toBeInTheDocument();
  });

  it('are saved over the version that was read, beside what they change', async () => {
    const user = userEvent.setup();
    const api = fakeApi({ ...editor, 'PUT personas/0': () => edited });
    show([segments]);
    await user.click(await screen.findByRole('button', { name: 'Edit or pin the text of High risk of leaving' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    const who = dialog.getByRole('textbox', { name: 'Who they are' });
    await user.clear(who);
    await user.type(who, 'Too short');
    expect(dialog.getByText(/20 characters or more/)).toBeInTheDocument();
    await user.clear(who);
    await user.type(who, 'They used to buy, and now we ask them.');
    expect(dialog.getByLabelText('Changes to the original').innerHTML).toMatch(/<del>.*<\/del><ins>.*<\/ins>/);
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Your text of High risk of leaving stands')).toHaveAttribute('role', 'status');
    const [call] = api.callsOf('PUT personas/0');
    expect(call!.headers!['If-Match']).toBe('"4-1"');
    expect(call!.data).toEqual({
      runId: 'run-2',
      words: { ...own, description: 'They used to buy, and now we ask them.' },
      pinned: true,
    });
  });

  it('are restored to the original', async () => {
    const user = userEvent.setup();
    const api = fakeApi({ ...editor, 'POST personas/0/restore': () => plain });
    show([segments]);
    await user.click(await screen.findByRole('button', { name: 'Edit or pin the text of High risk of leaving' }));
    await user.click(await screen.findByRole('button', { name: 'Restore the original' }));
    expect(await screen.findByText('The original text of High risk of leaving stands again')).toBeInTheDocument();
    expect(api.callsOf('POST personas/0/restore')[0]!.headers!['If-Match']).toBe('"4-1"');
  });

  it('stay open when somebody else was faster, and are not lost by one Escape', async () => {
    const user = userEvent.setup();
    const detail = 'Somebody else changed this text since you read it. Load it again.';
    fakeApi({
      ...editor,
      'PUT personas/0': () => {
        throw new ApiFailure(412, { detail });
      },
    });
    show([segments]);
    await user.click(await screen.findByRole('button', { name: 'Edit or pin the text of High risk of leaving' }));
    await user.type(await screen.findByRole('textbox', { name: 'Who they are' }), ' More.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(new RegExp(detail))).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByText('What you wrote is not sent')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'Who they are' })).toHaveDisplayValue(/ More\.$/);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('are judged, and the verdict is taken back by the same button', async () => {
    const user = userEvent.setup();
    const judged = { ...edited, ratings: { up: 3, down: 0, own: 'up' as const } };
    const api = fakeApi({
      ...editor,
      'GET personas': () => ({ ...list, items: [judged, plain] }),
      'POST personas/0/ratings': () => edited,
      'POST personas/1/ratings': () => plain,
    });
    show([segments]);
    const good = await screen.findByRole('button', { name: 'The text of High risk of leaving is good (3 say so)' });
    expect(good).toHaveAttribute('aria-pressed', 'true');
    await user.click(good);
    await user.click(screen.getByRole('button', { name: /The text of Core loyal is not good/ }));
    await waitFor(() => expect(api.callsOf('POST personas/1/ratings')).toHaveLength(1));
    const sent = ['0', '1'].map((cluster) => (api.callsOf(`POST personas/${cluster}/ratings`)[0]!.data as { rating: string }).rating); // prettier-ignore
    expect(sent).toEqual(['none', 'down']);
  });
});

describe('its data states', () => {
  it.each([
    ['loading-first', [], { state: LoadingState.Loading }],
    ['refreshing', [segments], { state: LoadingState.Loading }],
    ['empty', [], {}],
    ['error', [], { state: LoadingState.Error, errors: [{ message: 'no living connections' }] }],
  ] as Array<[string, DataFrame[], Partial<PanelData>]>)('%s', (expected, series, data) => {
    show(series, {}, data);
    expect(state()).toBe(expected);
  });

  it('misconfigured: names the columns it needs', () => {
    show([toDataFrame({ fields: [{ name: 'name', type: FieldType.string, values: ['A'] }] })]);
    expect(state()).toBe('misconfigured');
    expect(screen.getByRole('row', { name: 'Name name found' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Cluster none found missing' })).toBeInTheDocument();
  });

  it('stale: says how old the segments are', () => {
    show([segments], {}, { request: { startTime: Date.UTC(2026, 10, 23, 2) } as PanelData['request'] });
    expect(screen.getByText('Segments were computed 3 days ago.')).toBeInTheDocument();
  });
});
