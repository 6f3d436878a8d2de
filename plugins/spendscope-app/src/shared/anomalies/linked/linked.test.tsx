import { locationService } from '@grafana/runtime';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { actionList, anomalyRow } from '../../../testing/anomalyFixtures';
import { type Handler, fakeApi } from '../../../testing/fakeApi';
import { giveLayout } from '../../../testing/giveLayout';
import { waitingLock } from '../../../testing/interventionFixtures';
import { AnomalyWorkbench } from '../AnomalyWorkbench';
import type { LinkedOptions } from './LinkedFrame';

const hanoi = anomalyRow();
const seoul = anomalyRow({
  id: 't2',
  customer: 'C-M42T9D',
  transactionId: 't2',
  country: 'KR',
  score: 0.85,
  place: { lat: 37.57, lon: 126.98 },
  time: hanoi.time + 3_600_000,
});
const nowhere = anomalyRow({ id: 't3', customer: 'C-NOWHERE', transactionId: 't3', place: undefined, score: 0.81 });
const lock = waitingLock({ state: 'active', requested_at: new Date(hanoi.time).toISOString() });

function show(linked: Partial<LinkedOptions> = {}, own: Record<string, Handler> = {}): ReturnType<typeof fakeApi> {
  const api = fakeApi({
    'GET actions': () => actionList(['interventions:create', 'labels:write']),
    'POST states/query': () => ({ states: [], asOf: '' }),
    'GET interventions': () => ({ items: [lock], total: 1 }),
    'GET labels': () => ({ items: [], total: 0 }),
    'GET suppressions': () => ({ items: [], total: 0 }),
    ...own,
  });
  render(
    <AnomalyWorkbench
      label="Anomalies"
      summary="3 transactions"
      rows={[hanoi, seoul, nowhere]}
      status={{ kind: 'ready' }}
      language="en-US"
      timeZone="utc"
      linked={{ open: { map: true, timeline: true }, areaParameter: 'area', ...linked }}
    />
  );
  return api;
}
const rowOf = (customer: string): HTMLElement => screen.getByRole('row', { name: new RegExp(customer) });
const map = (): Promise<HTMLElement> => screen.findByRole('group', { name: 'Map of 2 anomalies' });
const timeline = (): Promise<HTMLElement> => screen.findByRole('group', { name: /^Scores of/ });

beforeAll(() => {
  giveLayout();
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});
beforeEach(() => locationService.replace('/d/x'));

describe('map and timeline of the anomaly table', () => {
  it('are closed where nobody asked for them, and open by their buttons', async () => {
    show({ open: { map: false, timeline: false } });
    const button = await screen.findByRole('button', { name: 'Map' });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(screen.queryByRole('heading', { name: 'Where' })).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(await map()).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Score over time' })).not.toBeInTheDocument();
  });

  it('mark the row of a marker, and the marker of a row', async () => {
    show();
    const markers = within(await map()).getAllByRole('button', { name: /One anomaly/ });
    expect(markers).toHaveLength(2);
    await userEvent.click(markers[0]!);
    const marked = [hanoi, seoul].filter(({ customer }) => rowOf(customer).getAttribute('aria-current') === 'true');
    expect(marked).toHaveLength(1);
    const other = marked[0] === hanoi ? seoul : hanoi;
    act(() => rowOf(other.customer).querySelector<HTMLElement>('[data-cell$=":1"]')!.focus());
    await waitFor(() => expect(rowOf(other.customer)).toHaveAttribute('aria-current', 'true'));
    expect(rowOf(marked[0]!.customer)).not.toHaveAttribute('aria-current');
    const pressed = within(await map()).getAllByRole('button', { name: /One anomaly/, pressed: true });
    expect(pressed).toHaveLength(1);
    expect(pressed[0]).not.toBe(markers[0]);
  });

  it('says how many rows have no place', async () => {
    show();
    await map();
    expect(screen.getByText('1 without a place')).toBeInTheDocument();
  });

  it('narrow the table to what is in view, in the address, and back', async () => {
    show();
    await map();
    await userEvent.click(screen.getByRole('button', { name: 'Search this area' }));
    expect(await screen.findByText('2 of 3 rows, in the area of the map')).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /C-NOWHERE/ })).not.toBeInTheDocument();
    expect(locationService.getSearchObject().area).toMatch(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/);
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByRole('row', { name: /C-NOWHERE/ })).toBeInTheDocument();
    expect(locationService.getSearchObject().area).toBeUndefined();
  });

  it('follow an address with an area', async () => {
    locationService.replace('/d/x?area=33,124,39,132');
    show();
    expect(await screen.findByText('1 of 3 rows, in the area of the map')).toBeInTheDocument();
    expect(rowOf('C-M42T9D')).toBeInTheDocument();
  });

  it('lead by keys from map to markers and back', async () => {
    show();
    const group = await map();
    act(() => group.focus());
    await userEvent.keyboard('{Enter}');
    const markers = within(group).getAllByRole('button', { name: /One anomaly/ });
    expect(markers[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(markers[1]).toHaveFocus();
    expect(markers[1]).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Escape}');
    expect(group).toHaveFocus();
  });

  it('go by keys through the scores in the order of time, and mark one', async () => {
    show();
    (await timeline()).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    expect(rowOf('C-M42T9D')).toHaveAttribute('aria-current', 'true');
  });

  it('narrow the dashboard’s time to a stretch that keys began and ended', async () => {
    const onRange = jest.fn();
    show({ onRange });
    (await timeline()).focus();
    await userEvent.keyboard('{ArrowRight}b{ArrowRight}{ArrowRight}b');
    expect(onRange).toHaveBeenCalledWith({ from: hanoi.time, to: seoul.time });
  });

  it('can both be read as tables, acts among the scores', async () => {
    show();
    await screen.findByRole('group', { name: /1 acts/ });
    for (const button of screen.getAllByRole('button', { name: 'Show as table' })) {
      await userEvent.click(button);
    }
    const countries = screen.getByRole('table', { name: 'Anomalies by country' });
    expect(within(countries).getByRole('row', { name: 'KR 1 0 1 0.85' })).toBeInTheDocument();
    const times = screen.getByRole('table', { name: 'Scores and acts, newest first' });
    expect(within(times).getByRole('row', { name: /Lock account, park, in force: C-7F3K2Q/ })).toBeInTheDocument();
  });

  it('say that acts are missing when they could not be read', async () => {
    show({}, { 'GET interventions': () => ({ items: [lock], total: 500 }) });
    expect(await screen.findByText('not all acts could be read')).toBeInTheDocument();
  });
});

describe('the drawer of a row', () => {
  const profile = {
    token: 'C-7F3K2Q',
    transactions: [],
    spending: { quarters: [{ start: '2026-07-01', amount: 1_000 }], categories: [] },
    anomalies: [],
    interventions: [],
  };

  it('opens by key with the customer’s history, labels and suppression, and leads back to the row', async () => {
    show({}, { 'GET customers/C-7F3K2Q': () => profile });
    await screen.findByRole('checkbox', { name: 'Select C-7F3K2Q' });
    const cell = rowOf('C-7F3K2Q').querySelector<HTMLElement>('[data-cell$=":1"]')!;
    act(() => cell.focus());
    await userEvent.keyboard('d');
    const drawer = await screen.findByRole('complementary', { name: 'C-7F3K2Q' });
    expect(drawer).toHaveFocus();
    expect(within(drawer).getByText(/Autoencoder: 0.40/)).toBeInTheDocument();
    expect(await within(drawer).findByRole('heading', { name: /How did spend and scores go/ })).toBeInTheDocument();
    expect(within(drawer).getByRole('heading', { name: /Which anomalies were right/ })).toBeInTheDocument();
    expect(within(drawer).getByRole('button', { name: /Suppress this customer/ })).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(cell).toHaveFocus();
  });

  it('opens by Enter where a cell holds nothing to press, and by its button', async () => {
    show({}, { 'GET customers/C-7F3K2Q': () => profile });
    await screen.findByRole('checkbox', { name: 'Select C-7F3K2Q' });
    const cell = rowOf('C-7F3K2Q').querySelector<HTMLElement>('[data-cell$=":1"]')!;
    act(() => cell.focus());
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: 'C-7F3K2Q' });
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Details of C-7F3K2Q' }));
    expect(await screen.findByRole('complementary', { name: 'C-7F3K2Q' })).toBeInTheDocument();
  });

  it('says that nothing is known where the service knows nothing, and keeps the row’s own facts', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Details of C-7F3K2Q' }));
    const drawer = await screen.findByRole('complementary', { name: 'C-7F3K2Q' });
    expect(await within(drawer).findByText('Nothing is known of C-7F3K2Q')).toBeInTheDocument();
    expect(within(drawer).getByText('0.97')).toBeInTheDocument();
  });
});
