import type { Intervention, Right } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useActions } from '../../shared/interventions/useActions';
import { actionList, lockedState } from '../../testing/anomalyFixtures';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { payloadHash, waitingLock } from '../../testing/interventionFixtures';
import { WaitingTab } from './WaitingTab';
import { useInterventions } from './useInterventions';

/** The caller of the fixtures is `lee`. */
const approver: readonly Right[] = ['interventions:create', 'interventions:approve'];

const handlers = (
  items: readonly Intervention[],
  rights: readonly Right[] = approver,
  own: Record<string, Handler> = {}
): Record<string, Handler> => ({
  'GET actions': () => actionList(rights),
  'GET interventions': () => ({ items, total: items.length }),
  'GET interventions/iv-1': () => ({ intervention: items[0] }),
  'GET anomalies': () => ({ items: [], total: { value: 0, relation: 'eq' } }),
  'POST states/query': () => ({ states: [], asOf: '' }),
  ...own,
});

function Inbox({ onDecided = () => undefined }: { onDecided?: (message: string) => void }): React.JSX.Element {
  const [id, setId] = useState<string>();
  const actions = useActions();
  const waiting = useInterventions('pending_approval');
  return (
    <WaitingTab waiting={waiting} actions={actions} language="en-US" id={id} onChoose={setId} onDecided={onDecided} />
  );
}

const approve = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Approve: Lock account' });

beforeAll(giveLayout);

describe('WaitingTab', () => {
  it('approves exactly the version and the payload that were read', async () => {
    const done = waitingLock({
      state: 'active',
      decided_by: { sub: 'user:1', login: 'lee', type: 'user', role: 'Admin' },
    });
    const api = fakeApi(handlers([waitingLock()], approver, { 'POST approvals/iv-1': () => ({ intervention: done }) }));
    const onDecided = jest.fn();
    render(<Inbox onDecided={onDecided} />);
    await userEvent.click(await approve());
    await waitFor(() => expect(onDecided).toHaveBeenCalledWith('C-7F3K2Q: in force'));
    const [call] = api.callsOf('POST approvals/iv-1');
    expect(call?.data).toEqual({ decision: 'approve', payloadHash });
    expect(call?.headers).toMatchObject({ 'If-Match': '"1-1"', 'Idempotency-Key': expect.any(String) });
  });

  it('shows what the request was asked on beside what is in force now, and that it cannot be approved on another state', async () => {
    const locked = { states: [lockedState('C-7F3K2Q')], asOf: '' };
    const on = async (ifState: Intervention['if_state']): Promise<string | null> => {
      fakeApi(handlers([waitingLock({ if_state: ifState })], approver, { 'POST states/query': () => locked }));
      const { unmount } = render(<Inbox />);
      const { textContent } = await screen.findByRole('row', { name: /^In force on it[^…]*$/ });
      unmount();
      return textContent;
    };
    expect(await on([])).toBe('In force on itnonelockedchanged: it cannot be approved any more');
    expect(await on(['lock_account'])).toBe('In force on itlockedlockedthe same');
    expect(await on(undefined)).toBe('In force on it–locked');
  });

  it('wants a reason before it rejects', async () => {
    const api = fakeApi(
      handlers([waitingLock()], approver, {
        'POST approvals/iv-1': () => ({ intervention: waitingLock({ state: 'rejected' }) }),
      })
    );
    render(<Inbox />);
    await userEvent.click(await screen.findByRole('button', { name: 'Reject' }));
    expect(await screen.findByText('Say why it is rejected.')).toBeVisible();
    expect(api.callsOf('POST approvals/iv-1')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /Comment/ }), 'It was the customer.');
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    await waitFor(() =>
      expect(api.callsOf('POST approvals/iv-1')[0]?.data).toEqual({
        decision: 'reject',
        payloadHash,
        comment: 'It was the customer.',
      })
    );
  });

  it('does not offer to approve one’s own request, says why, and takes it back', async () => {
    const own = waitingLock({ requested_by: { sub: 'user:1', login: 'lee', type: 'user', role: 'Admin' } });
    const api = fakeApi(
      handlers([own], approver, {
        'POST cancellations/iv-1': () => ({ intervention: { ...own, state: 'cancelled' } }),
      })
    );
    render(<Inbox />);
    expect(await screen.findByText(/nobody approves their own request/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the request' }));
    await waitFor(() => expect(api.callsOf('POST cancellations/iv-1')).toHaveLength(1));
  });

  it('names the right that is missing to decide', async () => {
    fakeApi(handlers([waitingLock()], ['interventions:create']));
    render(<Inbox />);
    expect(await screen.findByText(/needs the right interventions:approve/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
  });

  it('says that somebody was faster, keeps the comment, and reads again', async () => {
    let state: Intervention['state'] = 'pending_approval';
    fakeApi(
      handlers([waitingLock()], approver, {
        'GET interventions': () => ({ items: [waitingLock()], total: 1 }),
        'GET interventions/iv-1': () => ({ intervention: waitingLock({ state }) }),
        'POST approvals/iv-1': () => {
          throw new ApiFailure(412, { code: 'changed_meanwhile', detail: 'It has changed since you read it.' });
        },
      })
    );
    render(<Inbox />);
    await userEvent.type(await screen.findByRole('textbox', { name: /Comment/ }), 'Called back.');
    await userEvent.click(await approve());
    const alert = await screen.findByText('Somebody changed this meanwhile');
    expect(alert).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
    state = 'cancelled';
    await userEvent.click(screen.getByRole('button', { name: 'Read it again' }));
    expect(await within(screen.getByRole('list', { name: 'Steps' })).findByText('cancelled')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
  });

  it('says that nothing waits', async () => {
    fakeApi(handlers([]));
    render(<Inbox />);
    expect(await screen.findByText('Nothing waits for approval')).toBeVisible();
  });
});
