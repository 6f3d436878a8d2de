import { render, screen } from '@testing-library/react';
import { DryRunNote } from './DryRunNote';

const plan = {
  allowed: true,
  needsApproval: true,
  approvers: ['Admin' as const],
  effects: ['1 account.'],
  conflicts: [],
  policyVersion: '1',
  mode: 'enforce' as const,
};

const refresh = async (): Promise<void> => undefined;

describe('DryRunNote', () => {
  it('says who may approve where approval is needed', () => {
    render(<DryRunNote value={plan} refresh={refresh} />);
    expect(screen.getByText(/Who may approve: Admin, but not you yourself\./)).toBeInTheDocument();
  });

  it('speaks of no approval where none is needed', () => {
    render(<DryRunNote value={{ ...plan, needsApproval: false, approvers: [] }} refresh={refresh} />);
    expect(screen.queryByText(/Who may approve/)).not.toBeInTheDocument();
  });
});
