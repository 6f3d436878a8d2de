import type { Policy } from '@spendscope/contracts';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { blockTransaction, lockAccount } from '../../testing/anomalyFixtures';
import { fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { Simulator } from './Simulator';

const policy: Policy = {
  version: '7',
  rules: [
    { roles: ['Admin'], actions: ['lock_account'], maxDurationSec: 86_400, effect: 'allow' },
    { roles: ['Admin', 'Editor'], actions: ['lock_account'], effect: 'needs_approval' },
  ],
};

beforeAll(giveLayout);

const setUp = (verdict: object): ReturnType<typeof fakeApi> => {
  const api = fakeApi({ 'POST simulations/policy': () => ({ policyVersion: '7', verdicts: [verdict] }) });
  render(<Simulator policy={policy} definitions={[lockAccount, blockTransaction]} language="en-US" />);
  return api;
};

describe('Simulator', () => {
  it('asks for the case that was chosen and names the rule that decided', async () => {
    const api = setUp({ effect: 'needs_approval', rule: 1 });
    await userEvent.click(screen.getByRole('radio', { name: 'Until released' }));
    await userEvent.click(screen.getByRole('button', { name: /What would the policy say/ }));
    expect(await screen.findByText('Allowed once a second person approves')).toBeVisible();
    expect(screen.getByText('Rule 2 decided: with a second person.')).toBeVisible();
    expect(api.callsOf('POST simulations/policy')[0]?.data).toEqual({
      cases: [
        { role: 'Editor', login: '-', act: 'request', action: 'lock_account', targetType: 'account', permanent: true },
      ],
    });
  });

  it('asks of an act on no intervention without an action or a time', async () => {
    const api = setUp({ effect: 'allow' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Act' }));
    await userEvent.click(screen.getByRole('option', { name: 'Reveal an original' }));
    expect(screen.getByRole('combobox', { name: 'Action' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: /What would the policy say/ }));
    expect(await screen.findByText('The right alone decides: no rule speaks of this act.')).toBeVisible();
    expect(api.callsOf('POST simulations/policy')[0]?.data).toEqual({
      cases: [{ role: 'Editor', login: '-', act: 'reveal' }],
    });
  });

  it('says deny with the right that is missing, and forgets it when the case changes', async () => {
    setUp({ effect: 'deny', missing: 'interventions:create' });
    await userEvent.click(screen.getByRole('button', { name: /What would the policy say/ }));
    expect(await screen.findByText('Denied')).toBeVisible();
    expect(screen.getByText('What is missing: interventions:create.')).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /Login/ }), 'kim');
    await waitFor(() => expect(screen.queryByText('Denied')).not.toBeInTheDocument());
  });
});
