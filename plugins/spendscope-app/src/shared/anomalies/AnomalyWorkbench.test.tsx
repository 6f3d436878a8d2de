import { locationService } from '@grafana/runtime';
import type { BatchRequest, InterventionRequest, TargetState } from '@spendscope/contracts';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { actionList, anomalyRow, lockedState } from '../../testing/anomalyFixtures';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { waitingLock } from '../../testing/interventionFixtures';
import { AnomalyWorkbench } from './AnomalyWorkbench';
import type { AnomalyRow } from './anomalyRow';

const rows = [anomalyRow(), anomalyRow({ id: 't2', customer: 'C-M42T9D', transactionId: 't2', score: 0.85 })];
const everything = ['interventions:create', 'interventions:release'] as const;
const dryRun = {
  allowed: true,
  needsApproval: false,
  approvers: [],
  effects: ['1 account.'],
  conflicts: [],
  policyVersion: '1',
  mode: 'enforce',
};
const active = {
  intervention: {
    id: 'i9',
    action: 'lock_account',
    target: { type: 'account', id: 'C-7F3K2Q' },
    state: 'active',
    reason_code: 'account_takeover',
    requested_by: { sub: 'user:1', login: 'lee', type: 'user', role: 'Admin' },
    requested_at: '2026-09-29T10:00:00Z',
    updated_at: '2026-09-29T10:00:00Z',
    policy_version: '1',
    mode: 'enforce',
    connector: 'es-flag',
    payload_hash: 'aa',
  },
};

/** Somebody asked for extra authentication meanwhile. */
const steppedUp = (customer: string): TargetState => {
  const state = lockedState(customer);
  const action = 'require_extra_auth' as const;
  return { ...state, in_force: [action], interventions: state.interventions.map((one) => ({ ...one, action })) };
};
const differs = { code: 'state_differs', detail: 'In force on this account now: require_extra_auth.' };

const handlers = (own: Record<string, Handler> = {}): Record<string, Handler> => ({
  'GET actions': () => actionList(everything),
  'POST states/query': () => ({ states: [], asOf: '' }),
  'POST interventions?dryRun': () => dryRun,
  ...own,
});

function Table({ list = rows }: { list?: readonly AnomalyRow[] }): React.JSX.Element {
  return (
    <AnomalyWorkbench
      label="Anomalies"
      summary="2 transactions"
      rows={list}
      status={{ kind: 'ready' }}
      language="en-US"
      timeZone="utc"
    />
  );
}

const lockButton = (): Promise<HTMLElement> =>
  screen.findByRole('row', { name: /C-7F3K2Q/ }).then((row) => within(row).findByRole('button', { name: /Lock/ }));
const openDialog = async (): Promise<HTMLElement> => {
  await userEvent.click(await lockButton());
  return screen.findByRole('dialog');
};
const chooseReason = async (label: string): Promise<void> => {
  await userEvent.click(screen.getByRole('combobox', { name: /Reason/ }));
  await userEvent.click(await screen.findByRole('option', { name: label }));
};

beforeAll(giveLayout);

describe('AnomalyWorkbench', () => {
  it('offers only what the caller may do', async () => {
    fakeApi(handlers({ 'GET actions': () => actionList([]) }));
    render(<Table />);
    expect(await screen.findByText(/View only/)).toHaveTextContent('interventions:create');
    expect(screen.queryByRole('button', { name: /Lock/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: 'Actions' })).not.toBeInTheDocument();
  });

  it('stays readable and says so when the service is down', async () => {
    fakeApi(
      handlers({
        'GET actions': () => {
          throw new ApiFailure(502);
        },
      })
    );
    render(<Table />);
    expect(await screen.findByText(/Actions are unavailable/)).toBeVisible();
    expect(screen.getByRole('row', { name: /C-7F3K2Q/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Lock/ })).not.toBeInTheDocument();
  });

  it('shows what is in force, with Release in place of Lock', async () => {
    fakeApi(handlers({ 'POST states/query': () => ({ states: [lockedState('C-7F3K2Q')], asOf: '' }) }));
    render(<Table />);
    const row = await screen.findByRole('row', { name: /C-7F3K2Q/ });
    expect(await within(row).findByRole('button', { name: /Release/ })).toBeInTheDocument();
    expect(within(row).queryByRole('button', { name: /^Lock/ })).not.toBeInTheDocument();
    expect(within(row).getByText(/locked/)).toBeInTheDocument();
  });

  it('shows a request that waits for approval, whoever made it, with the way to it in place of Lock', async () => {
    fakeApi(
      handlers({
        'GET interventions': () => ({
          items: [waitingLock({ target: { type: 'account', id: 'C-7F3K2Q' } })],
          total: 1,
        }),
      })
    );
    render(<Table />);
    const row = await screen.findByRole('row', { name: /C-7F3K2Q/ });
    expect(await within(row).findByText('approval waiting')).toBeInTheDocument();
    expect(within(row).queryByRole('button', { name: /^Lock/ })).not.toBeInTheDocument();
    const push = jest.spyOn(locationService, 'push').mockImplementation(() => undefined);
    await userEvent.click(within(row).getByRole('button', { name: /View request/ }));
    expect(push).toHaveBeenCalledWith('/a/spendscope-insights-app/interventions?tab=waiting&id=iv-1');
    push.mockRestore();
  });

  it('asks for a reason before it sends anything', async () => {
    const api = fakeApi(handlers({ 'POST interventions': () => active }));
    render(<Table />);
    const dialog = await openDialog();
    expect(dialog).toHaveAccessibleName('Lock account C-7F3K2Q for 24 hours?');
    expect(screen.getByRole('combobox', { name: /Reason/ })).toHaveFocus();
    expect(await screen.findByText(/Dry run: allowed/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock account for 24 hours' }));
    expect(await screen.findByText('Choose a reason.')).toBeInTheDocument();
    expect(api.callsOf('POST interventions')).toEqual([]);
  });

  it('sends the request with its evidence and shows it in force only when the service says so', async () => {
    let answer: (value: unknown) => void = () => undefined;
    let inForce = false;
    const api = fakeApi(
      handlers({
        'POST interventions': () => new Promise((resolve) => (answer = resolve)),
        'POST states/query': () => ({ states: inForce ? [lockedState('C-7F3K2Q')] : [], asOf: '' }),
      })
    );
    render(<Table />);
    await openDialog();
    await chooseReason('Account takeover');
    await userEvent.click(screen.getByRole('button', { name: 'Lock account for 24 hours' }));
    const row = screen.getByRole('row', { name: /C-7F3K2Q/, hidden: true });
    expect(await within(row).findByText('requested…')).toBeInTheDocument();
    expect(within(row).queryByText(/^locked/)).not.toBeInTheDocument();
    const [call] = api.callsOf('POST interventions');
    expect(call?.data).toEqual({
      action: 'lock_account',
      target: { type: 'account', id: 'C-7F3K2Q' },
      reasonCode: 'account_takeover',
      durationSec: 86_400,
      evidence: { anomalyId: 't1', score: 0.97, modelVersion: 'if-3' },
      ifState: [],
    });
    expect(call?.headers).toMatchObject({ 'Idempotency-Key': expect.stringMatching(/^[0-9a-f]{32}$/) });
    inForce = true;
    await act(async () => answer(active));
    expect(await within(row).findByText(/^locked/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByText(/C-7F3K2Q: Lock account is in force/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Undo/ })).toBeInTheDocument();
  });

  it('keeps the key for a retry of the same request, and takes a new one when it was edited', async () => {
    const api = fakeApi(
      handlers({
        'POST interventions': () => {
          throw new ApiFailure(503, { detail: 'The audit store is away.', requestId: 'r7' });
        },
      })
    );
    render(<Table />);
    await openDialog();
    await chooseReason('Account takeover');
    await userEvent.click(screen.getByRole('button', { name: 'Lock account for 24 hours' }));
    expect(await screen.findByText(/The audit store is away/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Retry/ }));
    await waitFor(() => expect(api.callsOf('POST interventions')).toHaveLength(2));
    await userEvent.type(await screen.findByRole('textbox', { name: /Comment/ }), 'called back');
    await userEvent.click(await screen.findByRole('button', { name: /Retry/ }));
    await waitFor(() => expect(api.callsOf('POST interventions')).toHaveLength(3));
    const keys = api
      .callsOf('POST interventions')
      .map((call) => (call.headers as Record<string, string>)['Idempotency-Key']);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('says that the target changed meanwhile, keeps what was written, and confirms anew on what is in force now', async () => {
    let changed = false;
    const api = fakeApi(
      handlers({
        'POST states/query': () => ({ states: changed ? [steppedUp('C-7F3K2Q')] : [], asOf: '' }),
        'POST interventions': ({ data }) => {
          if ((data as InterventionRequest).ifState?.length === 0) {
            changed = true;
            throw new ApiFailure(412, differs);
          }
          return active;
        },
      })
    );
    render(<Table />);
    const dialog = await openDialog();
    await chooseReason('Account takeover');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Comment/ }), 'called back');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock account for 24 hours' }));
    expect(await within(dialog).findByText('It changed meanwhile: look at it again')).toBeInTheDocument();
    expect(within(dialog).getByText(/^extra auth/)).toBeInTheDocument();
    expect(within(dialog).queryByText('Nothing was confirmed')).not.toBeInTheDocument();
    expect(within(dialog).getByRole('textbox', { name: /Comment/ })).toHaveValue('called back');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock account for 24 hours' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const calls = api.callsOf('POST interventions');
    expect(calls.map(({ data }) => data as InterventionRequest)).toMatchObject([
      { ifState: [], comment: 'called back' },
      { ifState: ['require_extra_auth'], comment: 'called back' },
    ]);
    expect(new Set(calls.map(({ headers }) => (headers as Record<string, string>)['Idempotency-Key'])).size).toBe(2);
  });

  it('tells which of many changed meanwhile, and asks for those again with the same words', async () => {
    let changed = false;
    const api = fakeApi(
      handlers({
        'POST states/query': () => ({ states: changed ? [steppedUp('C-M42T9D')] : [], asOf: '' }),
        'POST interventions/batch': ({ data }) => {
          const items = (data as BatchRequest).items.map(({ target, ifState }) =>
            target.id === 'C-M42T9D' && ifState?.length === 0
              ? { target, status: 412, problem: differs }
              : { target, status: 201, intervention: active.intervention }
          );
          changed = true;
          return { batchId: 'b1', items };
        },
      })
    );
    render(<Table />);
    await lockButton();
    for (const customer of ['C-7F3K2Q', 'C-M42T9D']) {
      fireEvent.click(screen.getByRole('checkbox', { name: `Select ${customer}` }));
    }
    await userEvent.click(await screen.findByRole('button', { name: 'Lock account: 2…' }));
    const dialog = await screen.findByRole('dialog');
    await chooseReason('Account takeover');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Comment/ }), 'called back');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock account: 2' }));
    expect(await within(dialog).findByText('1 of 2 accepted')).toBeInTheDocument();
    expect(within(dialog).getByText('changed meanwhile, nothing done.')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Look again at the one that changed' }));
    expect(await screen.findByRole('dialog', { name: 'Lock account for 1 target for 24 hours?' })).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Comment/ })).toHaveValue('called back');
    await userEvent.click(screen.getByRole('button', { name: 'Lock account: 1' }));
    expect(await screen.findByText('1 of 1 accepted')).toBeInTheDocument();
    const sent = api.callsOf('POST interventions/batch').map(({ data }) => (data as BatchRequest).items);
    expect(sent.map((items) => items.map(({ target, ifState }) => [target.id, ifState]))).toEqual([
      [
        ['C-7F3K2Q', []],
        ['C-M42T9D', []],
      ],
      [['C-M42T9D', ['require_extra_auth']]],
    ]);
    expect(sent[1]![0]).toMatchObject({ comment: 'called back' });
  });

  it('wants ten characters of comment for “other”, and Enter in it sends nothing', async () => {
    const api = fakeApi(handlers({ 'POST interventions': () => active }));
    render(<Table />);
    await openDialog();
    await chooseReason('Other (say why)');
    await userEvent.type(screen.getByRole('textbox', { name: /Comment/ }), 'short{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Lock account for 24 hours' }));
    expect(await screen.findByText('Say why in 10 characters or more.')).toBeInTheDocument();
    expect(api.callsOf('POST interventions')).toEqual([]);
  });

  it('is one tab stop that arrows, Home, End and a move in', async () => {
    fakeApi(handlers());
    render(<Table />);
    await lockButton();
    const grid = screen.getByRole('grid', { name: 'Anomalies' });
    expect(grid).toHaveAttribute('aria-rowcount', '3');
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    const cell = (row: number, column: number): Element | null => grid.querySelector(`[data-cell="${row}:${column}"]`);
    act(() => (cell(0, 0) as HTMLElement).focus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await waitFor(() => expect(cell(1, 1)).toHaveFocus());
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(cell(1, 10)).toHaveFocus());
    await userEvent.keyboard('{Home}{ArrowUp}');
    await waitFor(() => expect(cell(0, 0)).toHaveFocus());
    await userEvent.keyboard('a');
    await waitFor(() => expect(within(cell(0, 10) as HTMLElement).getAllByRole('button')[0]).toHaveFocus());
  });

  it('ticks a range with Shift and arrows', async () => {
    fakeApi(handlers());
    render(<Table />);
    await lockButton();
    const grid = screen.getByRole('grid', { name: 'Anomalies' });
    act(() => grid.querySelector<HTMLElement>('[data-cell="0:1"]')!.focus());
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByRole('checkbox', { name: 'Select C-7F3K2Q' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Select C-M42T9D' })).toBeChecked();
    expect(screen.getByText('2 selected')).toBeInTheDocument();
  });

  it('ends where the last of two quick keys leads', async () => {
    fakeApi(handlers());
    render(<Table />);
    await lockButton();
    const grid = screen.getByRole('grid', { name: 'Anomalies' });
    const cell = (row: number, column: number): HTMLElement =>
      grid.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)!;
    act(() => cell(0, 3).focus());
    fireEvent.keyDown(cell(0, 3), { key: 'ArrowDown' });
    fireEvent.keyDown(cell(0, 3), { key: 'ArrowUp' });
    const frames = async (): Promise<void> => {
      for (let frame = 0; frame < 5; frame += 1) {
        await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
      }
    };
    const seen: (string | undefined)[] = [];
    grid.addEventListener('focusin', (event) => seen.push((event.target as HTMLElement).dataset.cell));
    await frames();
    expect(cell(0, 3)).toHaveFocus();
    expect(seen).not.toContain('1:3');
  });

  it('sorts at once, also under the pointer', async () => {
    fakeApi(handlers());
    render(<Table />);
    await lockButton();
    const order = (): (string | null | undefined)[] =>
      [...screen.getByRole('grid').querySelectorAll('[role="row"]:not([aria-rowindex="1"])')].map(
        (row) => /C-[0-9A-Z]{6}/.exec(row.textContent ?? '')?.[0]
      );
    expect(order()).toEqual(['C-7F3K2Q', 'C-M42T9D']);
    await userEvent.click(screen.getByRole('button', { name: 'Score' }));
    expect(order()).toEqual(['C-M42T9D', 'C-7F3K2Q']);
  });

  it('holds new rows back while rows are ticked, and tells how many', async () => {
    fakeApi(handlers());
    const { rerender } = render(<Table />);
    await lockButton();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select C-7F3K2Q' }));
    rerender(<Table list={[...rows, anomalyRow({ id: 't3', customer: 'C-NEW', score: 0.99 })]} />);
    expect(screen.queryByRole('row', { name: /C-NEW/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '1 new – show' }));
    expect(await screen.findByRole('row', { name: /C-NEW/ })).toBeInTheDocument();
  });
});
