import { indices } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiFailure, type Handler, fakeApi } from '../../../testing/fakeApi';
import { ErasureForm } from './ErasureForm';
import { operatorErasure } from './operatorErasure';
import { personErasure } from './personErasure';

const token = 'C-7F3K2Q';
const { interventions, labels, identities } = indices;
const counts = { [interventions.name]: 120, [labels.name]: 0, [identities.name]: 1 };
const plan = { token, counts, confirm: 'seal' };

const setUp = (erase: Handler): ReturnType<typeof fakeApi> => {
  const api = fakeApi({
    'POST erasures': (request) => ((request.data as { confirm?: string }).confirm ? erase(request) : plan),
  });
  render(<ErasureForm kind={personErasure} />);
  return api;
};

const count = async (): Promise<void> => {
  await userEvent.type(screen.getByRole('textbox', { name: /Token/ }), token);
  await userEvent.click(screen.getByRole('button', { name: 'Count what would be erased' }));
};

describe('the erasure of a person', () => {
  it('asks for nothing without a token', async () => {
    const api = setUp(() => undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Count what would be erased' }));
    expect(await screen.findByText(/Enter a token/)).toBeVisible();
    expect(api.calls).toEqual([]);
  });

  it('counts first, erases only what was counted and typed, and hands out the receipt', async () => {
    const api = setUp(() => ({ receipt: 'er-1', token, erasedAt: '2026-11-25T10:00:00Z', counts, chainOk: true }));
    await count();
    expect(await screen.findByText('This would be erased; nothing is yet')).toBeVisible();
    expect(screen.getByRole('row', { name: `${interventions.name} 120` })).toBeVisible();
    expect(screen.queryByText(labels.name)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: `Erase ${token}…` }));
    const dialog = await screen.findByRole('dialog');
    const erase = within(dialog).getByRole('button', { name: 'Erase this person' });
    expect(erase).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: `Type the token: ${token}` }), token);
    await userEvent.click(erase);
    expect(await screen.findByText(`Erased: ${token}`)).toBeVisible();
    expect(screen.getByText('verified, whole')).toBeVisible();
    expect(api.calls.map(({ data }) => data as object)).toEqual([{ token }, { token, confirm: 'seal' }]);
  });

  it('says in the dialog why it was refused', async () => {
    setUp(() => {
      throw new ApiFailure(409, { detail: 'An intervention on this person is not over.' });
    });
    await count();
    await userEvent.click(await screen.findByRole('button', { name: `Erase ${token}…` }));
    await userEvent.type(screen.getByRole('textbox', { name: /Type the token/ }), token);
    await userEvent.click(screen.getByRole('button', { name: 'Erase this person' }));
    await waitFor(() => expect(screen.getByText(/is not over/)).toBeVisible());
    expect(screen.queryByText(`Erased: ${token}`)).not.toBeInTheDocument();
  });
});

describe('the erasure of where an operator called from', () => {
  const plan = { login: 'moon', texts: 12, confirm: 'seal' };
  const receipt = { login: 'moon', texts: 12, erasedAt: '2026-11-25T10:00:00Z', chainOk: true };
  const countOf = async (texts: number): Promise<ReturnType<typeof fakeApi>> => {
    const api = fakeApi({
      'POST erasures/operators': ({ data }) => ((data as { confirm?: string }).confirm ? receipt : { ...plan, texts }),
    });
    render(<ErasureForm kind={operatorErasure} />);
    await userEvent.click(screen.getByRole('button', { name: 'Count the records with an address' }));
    expect(await screen.findByText(/Enter the login/)).toBeVisible();
    expect(api.calls).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /Login/ }), 'moon');
    await userEvent.click(screen.getByRole('button', { name: 'Count the records with an address' }));
    return api;
  };

  it('counts first, erases only what was counted and typed, and says that who did what stays', async () => {
    const api = await countOf(12);
    expect(await screen.findByRole('row', { name: `${indices.auditText.name} 12` })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Erase the addresses of moon…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Erase the addresses of moon for ever?' });
    expect(within(dialog).getByText(/Who did what, and why, stays on record/)).toBeVisible();
    const erase = within(dialog).getByRole('button', { name: 'Erase the addresses' });
    expect(erase).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Type the login: moon' }), 'moon');
    await userEvent.click(erase);
    expect(await screen.findByText('Addresses erased: moon')).toBeVisible();
    expect(screen.getByText('verified, whole')).toBeVisible();
    expect(screen.queryByText('Receipt')).not.toBeInTheDocument();
    expect(api.calls.map(({ data }) => data as object)).toEqual([
      { login: 'moon' },
      { login: 'moon', confirm: 'seal' },
    ]);
  });

  it('says that nothing is there, and offers nothing to erase', async () => {
    await countOf(0);
    expect(await screen.findByText('No address of moon is stored')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Erase the addresses/ })).not.toBeInTheDocument();
  });
});
