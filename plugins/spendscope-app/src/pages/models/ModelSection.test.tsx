import type { ListedModel, ModelRequest, ModelTrial } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { ModelSection } from './ModelSection';

const refOf = (letter: string) => ({
  version: `churn-${letter.repeat(8)}`,
  file: `churn-${letter.repeat(16)}.json`,
  content_hash: letter.repeat(64),
});
const [live, better] = [refOf('a'), refOf('b')];
const card = (auc: number) =>
  ({
    ...{ what: 'How likely a customer leaves.', algorithm: 'boosting', parameters: {}, data: { inputs: [] } },
    ...{ metrics: { roc_auc: auc }, intended_use: 'calls', limits: ['new customers'] },
  }) as const;
const request: ModelRequest = {
  ...{ id: `mr-${'0'.repeat(24)}`, model: 'churn', kind: 'promotion', version: better.version, seq: 2 },
  ...{ content_hash: better.content_hash, live: live.version, reason: 'finds more', state: 'pending' },
  ...{ payload_hash: 'c'.repeat(64), requested_at: '2026-11-28T09:00:00.000Z' },
  requested_by: { sub: 'user:1', login: 'lee', type: 'user', role: 'Editor' },
};
const model = (change: Partial<ListedModel> = {}): ListedModel => ({
  ...{ name: 'churn', etag: '"h2"', seq: 2, live, rollbackTo: better, moreVersions: 0, requests: [] },
  versions: [
    { ...live, alias: 'live', card: card(0.8) as never },
    {
      ...better,
      card: card(0.9) as never,
      comparison: {
        ...{ live: live.version, day: '2026-11-27', at: '2026-11-28T09:00:00.000Z' },
        metrics: { compared_rows: 1_484, score_change_mean: 0.025, rank_correlation: 0.97 },
      },
    },
  ],
  ...change,
});
const history = { name: 'churn', items: [] };
const asked = 'POST models/churn/promotions';
const decided = `POST models/churn/requests/${request.id}`;

const setUp = (
  change: Partial<ListedModel> = {},
  {
    handlers = {},
    login = 'kim',
    refusal,
  }: { handlers?: Record<string, Handler>; login?: string; refusal?: string } = {}
) => {
  const api = fakeApi({ 'GET models/churn/history': () => history, ...handlers });
  const onOutcome = jest.fn();
  render(
    <ModelSection model={model(change)} login={login} mayOperate={!refusal} refusal={refusal} onOutcome={onOutcome} />
  );
  return { api, onOutcome };
};
const button = (name: RegExp | string) => screen.getByRole('button', { name });

it('puts the figures of the versions side by side, and says how far one differs from the live one', async () => {
  setUp();
  const table = screen.getByRole('table', { name: 'Versions of Churn' });
  const [, first, second] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent(/churn-aaaaaaaa.*Live.*0\.8/);
  expect(second).toHaveTextContent(/churn-bbbbbbbb.*differs by 0\.025, ranks alike by 0\.97.*0\.9/);
  expect(await screen.findByText('Nothing has been live yet.')).toBeVisible();
});

it('asks for a version with a reason, on the history that was read', async () => {
  const { api, onOutcome } = setUp({}, { handlers: { [asked]: () => ({ request }) } });
  await userEvent.click(button(/Promote churn-bbbbbbbb/));
  await userEvent.click(button('Ask to promote'));
  expect(await screen.findByText('Say why, in a few words.')).toBeVisible();
  expect(api.callsOf(asked)).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'finds more');
  await userEvent.click(button('Ask to promote'));
  await waitFor(() => expect(onOutcome).toHaveBeenCalledWith(expect.stringMatching(/^Asked for churn-bbbbbbbb/)));
  const [call] = api.callsOf(asked);
  expect(call!.data).toEqual({ version: better.version, reason: 'finds more' });
  expect(call!.headers).toMatchObject({ 'If-Match': '"h2"', 'Idempotency-Key': expect.any(String) });
});

it('asks to roll back to what was live before', async () => {
  const route = 'POST models/churn/rollbacks';
  const { api } = setUp({}, { handlers: { [route]: () => ({ request }) } });
  await userEvent.click(button(/Roll back to churn-bbbbbbbb/));
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'worse');
  await userEvent.click(button('Ask to roll back'));
  await waitFor(() => expect(api.callsOf(route)[0]?.data).toEqual({ reason: 'worse' }));
});

it('says why a request was refused, and keeps what was written', async () => {
  const detail = 'What is live has changed since you read it. Read it again.';
  const refuse = (): never => {
    throw new ApiFailure(412, { detail, code: 'changed_meanwhile', status: 412 });
  };
  const { onOutcome } = setUp({}, { handlers: { [asked]: refuse } });
  await userEvent.click(button(/Promote churn-bbbbbbbb/));
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'finds more');
  await userEvent.click(button('Ask to promote'));
  expect(await screen.findByText(new RegExp(detail))).toBeVisible();
  expect(screen.getByRole('textbox', { name: /Why/ })).toHaveValue('finds more');
  expect(onOutcome).not.toHaveBeenCalled();
});

it('lets a second person approve exactly what was asked for', async () => {
  const { api, onOutcome } = setUp({ requests: [request] }, { handlers: { [decided]: () => ({ request }) } });
  await userEvent.click(button('Approve or reject…'));
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent(`finds more`);
  expect(dialog).toHaveTextContent(request.payload_hash);
  await userEvent.click(button('Approve: make it live'));
  await waitFor(() => expect(onOutcome).toHaveBeenCalledWith('Churn: churn-bbbbbbbb is live'));
  expect(api.callsOf(decided)[0]!.data).toEqual({ decision: 'approve', payloadHash: request.payload_hash });
});

it('takes a rejection with a reason only', async () => {
  const { api } = setUp({ requests: [request] }, { handlers: { [decided]: () => ({ request }) } });
  await userEvent.click(button('Approve or reject…'));
  await userEvent.click(button('Reject'));
  expect(await screen.findByText('Say why it is rejected.')).toBeVisible();
  expect(api.callsOf(decided)).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /Comment/ }), 'not enough data');
  await userEvent.click(button('Reject'));
  await waitFor(() => expect(api.callsOf(decided)[0]?.data).toMatchObject({ decision: 'reject', comment: 'not enough data' })); // prettier-ignore
});

it('offers whoever asked to take it back, and nothing to approve', async () => {
  const { api } = setUp({ requests: [request] }, { login: 'lee', handlers: { [decided]: () => ({ request }) } });
  expect(screen.queryByRole('button', { name: /Approve/ })).not.toBeInTheDocument();
  await userEvent.click(button('Take it back'));
  await waitFor(() => expect(api.callsOf(decided)[0]?.data).toMatchObject({ decision: 'cancel' }));
});

it('says that what is live has changed since a request', () => {
  setUp({ requests: [request], seq: 3 });
  expect(screen.getByText(/What is live has changed since it was asked for/)).toBeVisible();
});

it('disables what may not be asked for, and believes no broken history', () => {
  setUp({ problem: 'Entry 1 of the history of churn is missing.' }, { refusal: 'No right.' });
  expect(button(/Promote churn-bbbbbbbb/)).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText('Entry 1 of the history of churn is missing.')).toBeVisible();
  expect(screen.queryByRole('table', { name: 'History of Churn' })).not.toBeInTheDocument();
});

it('shows the card of a version, and that nobody tried it', async () => {
  const [first] = model().versions;
  setUp({ versions: [first!, { ...better, card: card(0.9) as never }] });
  await userEvent.click(button('churn-bbbbbbbb'));
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent('How likely a customer leaves.');
  expect(dialog).toHaveTextContent('spendscope models diff churn-bbbbbbbb');
});

const trial: ModelTrial = {
  ...{ live: live.version, at: '2026-11-28T09:00:00.000Z', from: '2026-09-01', to: '2026-11-29' },
  ...{ judged_by: 'no order within 90 days', rows: 1_484, positives: 300, live_knew: true },
  ...{ margin: 0.005, segment_margin: 0.02, decision: 'shadowed', because: ['segment_worse'] },
  candidate_figures: { roc_auc: 0.82, pr_auc: 0.61, brier: 0.12 },
  live_figures: { roc_auc: 0.8, pr_auc: 0.6, brier: 0.13 },
  difference: { difference: 0.02, low: 0.012, high: 0.028 },
  segments: [
    { trait: 'grade', value: 'VIP', rows: 400, positives: 90, live: 0.8, candidate: 0.75, difference: -0.05, low: -0.08, high: -0.02 }, // prettier-ignore
    { trait: 'age_band', value: '30s', rows: 500, positives: 90, live: 0.8, candidate: 0.85, difference: 0.05, low: 0.02, high: 0.08 }, // prettier-ignore
  ],
  left_out: [{ trait: 'region', value: 'Jeju', rows: 12, positives: 2 }],
};

it('says why a retrained version was not promoted, segment by segment, also to whoever asks for it', async () => {
  const [first, second] = model().versions;
  setUp({ versions: [first!, { ...second!, trial }] });
  await userEvent.click(button('churn-bbbbbbbb'));
  const shown = within(screen.getByRole('dialog')).getByRole('region', { name: 'Trial on held-out days' });
  expect(shown).toHaveTextContent('Kept as the shadow after its trial');
  expect(shown).toHaveTextContent('A segment is worse by more than its margin.');
  expect(shown).toHaveTextContent('The live one may have learnt from these days, which favours it.');
  expect(shown).toHaveTextContent('+0.020 (+0.012 – +0.028)');
  expect(shown).toHaveTextContent('Region Jeju (12, 2)');
  const [, worst, best] = within(within(shown).getByRole('table')).getAllByRole('row');
  expect(worst).toHaveTextContent(/Grade: VIP.*−0\.050.*Worse/);
  expect(best).toHaveTextContent('Age: 30s');
  expect(best).not.toHaveTextContent('Worse');
  await userEvent.click(screen.getByText('Close'));
  await userEvent.click(button(/Promote churn-bbbbbbbb/));
  expect(within(screen.getByRole('dialog')).getByRole('region', { name: 'Trial on held-out days' })).toBeVisible();
});
