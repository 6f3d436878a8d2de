import { type BenefitOutcome, usualAssumptions } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { BenefitsPage } from './BenefitsPage';
import { presetOf, targetFilter } from './plan';

const kept = new Map<string, string>();
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  usePluginUserStorage: () => ({
    getItem: (key: string) => Promise.resolve(kept.get(key) ?? null),
    setItem: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
  }),
}));

const estimate = (value: number): { value: number; low: number; high: number } => ({ value, low: value - 1, high: value + 1 }); // prettier-ignore
const outcome: BenefitOutcome = {
  ...{
    runId: 'r',
    customers: 1_200,
    sampled: 500,
    from: '2025-03-01T00:00:00Z',
    to: '2026-03-01T00:00:00Z',
    currency: 'KRW',
  },
  cards: [
    {
      name: 'Family Learning',
      customer: { cashback: estimate(90_000), fee: 20_000, gain: estimate(70_000), gaining: 0.6 },
      company: { takers: 72, feeIncome: 1_440_000, spendIncome: 500_000, keptIncome: 9, cashback: 6_480_000, cost: 432_000, margin: estimate(-4_972_000) }, // prettier-ignore
      benefits: [{ category: 'education', spend: 900_000, cashback: 90_000, capped: 0.25 }],
      overlap: [{ card: 'Roam', holders: 0.1, paysAlready: 0 }],
      pays: 'customer only',
    },
  ],
};

beforeAll(giveLayout);
beforeEach(() => kept.clear());

const setUp = (simulate: () => unknown = () => outcome): ReturnType<typeof fakeApi> => {
  const api = fakeApi({ 'GET segments/saved': () => ({ items: [] }), 'POST simulations/benefits': simulate });
  render(<BenefitsPage />);
  return api;
};
const ask = async (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Does it pay?' }));

it('asks for the target segment and shows for whom the card pays', async () => {
  const api = setUp();
  await ask();
  expect(await screen.findByText('Pays for customers only')).toBeVisible();
  const table = screen.getByRole('table', { name: 'Cards side by side' });
  expect(within(table).getByRole('row', { name: /Gain of a taker.*70,000/ })).toBeVisible();
  expect(screen.getByText('Roam: 10% hold it, pays 0% of this')).toBeVisible();
  expect(within(screen.getByRole('table', { name: 'Benefits of Family Learning' })).getByText('25%')).toBeVisible();
  expect(api.callsOf('POST simulations/benefits')[0]?.data).toEqual({
    segment: { steps: [], filter: targetFilter },
    cards: [presetOf('campus')],
    assumptions: usualAssumptions,
  });
});

it('sends what was typed, in shares of one, and forgets the answer that it no longer belongs to', async () => {
  const api = setUp();
  await ask();
  await screen.findByText('Pays for customers only');
  const rate = screen.getAllByRole('spinbutton', { name: /Pays back/ })[0]!;
  await userEvent.clear(rate);
  await userEvent.type(rate, '7.5');
  await waitFor(() => expect(screen.queryByText('Pays for customers only')).not.toBeInTheDocument());
  await ask();
  const sent = api.callsOf('POST simulations/benefits').at(-1)?.data as { cards: { benefits: { rate: number }[] }[] };
  expect(sent.cards[0]!.benefits[0]!.rate).toBe(0.075);
});

it('does not ask where two cards have one name, and says so', async () => {
  setUp();
  await userEvent.click(screen.getByRole('button', { name: 'Add a card' }));
  const names = screen.getAllByRole('textbox', { name: /^Name$/ });
  await userEvent.clear(names[1]!);
  expect(screen.getByText('A card needs a name.')).toBeVisible();
  await userEvent.type(names[1]!, 'Family Learning');
  expect(screen.getByText('Another card has this name.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Does it pay?' })).toBeDisabled();
});

it('says what the API refuses', async () => {
  setUp(() => {
    throw Object.assign(new Error('x'), { status: 422, data: { status: 422, code: 'segment_too_small', title: 'Too small', detail: 'The segment has 6 customers.', requestId: 'r' } }); // prettier-ignore
  });
  await ask();
  expect(await screen.findByText(/6 customers/)).toBeVisible();
});

it('saves a plan under a name and brings it back', async () => {
  setUp();
  const fee = screen.getByRole('spinbutton', { name: /Annual fee/ });
  await userEvent.clear(fee);
  await userEvent.type(fee, '33000');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of this plan' }), 'Spring');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.clear(fee);
  await userEvent.type(fee, '1');
  await userEvent.click(await screen.findByRole('button', { name: 'Spring' }));
  expect(screen.getByRole('spinbutton', { name: /Annual fee/ })).toHaveValue(33_000);
  await userEvent.click(screen.getByRole('button', { name: /Remove the plan Spring/ }));
  expect(await screen.findByText(/You have saved none yet/)).toBeVisible();
});
