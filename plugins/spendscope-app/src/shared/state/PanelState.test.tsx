import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PanelState } from './PanelState';
import type { PanelNotice, PanelStatus } from './panelState.types';

const show = (status: PanelStatus, notices: PanelNotice[] = []): ReturnType<typeof render> =>
  render(
    <PanelState status={status} notices={notices}>
      <p>the data</p>
    </PanelState>
  );

describe('PanelState', () => {
  it('shows data when ready', () => {
    show({ kind: 'ready' });
    expect(screen.getByText('the data')).toBeVisible();
  });

  it('shows a skeleton, not data, before the first data', () => {
    show({ kind: 'loading-first' });
    expect(screen.queryByText('the data')).not.toBeInTheDocument();
    expect(screen.getByText('Loading')).toBeInTheDocument();
  });

  it('keeps data while refreshing and tells of the progress', () => {
    show({ kind: 'refreshing' });
    expect(screen.getByText('the data')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Updating' })).toBeInTheDocument();
  });

  it('says why it is empty and offers a way on', async () => {
    const onClick = jest.fn();
    show({
      kind: 'empty',
      title: 'Nothing here',
      reason: 'Filters leave nothing.',
      actions: [{ label: 'Clear filters', onClick }],
    });
    expect(screen.getByRole('status')).toHaveTextContent('Filters leave nothing.');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('says what failed and keeps status and request id behind a toggle', async () => {
    const onRetry = jest.fn();
    show({
      kind: 'error',
      title: 'No answer',
      hint: 'Try again.',
      details: { status: 504, requestId: '7c1e' },
      onRetry,
    });
    expect(screen.getByRole('alert')).toHaveTextContent('No answer');
    expect(screen.queryByText(/7c1e/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show details' }));
    expect(screen.getByText(/status 504/)).toHaveTextContent('request 7c1e');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it.each(['partial', 'stale', 'read-only', 'no-permission'] as const)('keeps data under a %s notice', (kind) => {
    show({ kind: 'ready' }, [{ kind, message: 'mind this' }]);
    expect(screen.getByText('the data')).toBeVisible();
    expect(screen.getByText('mind this')).toBeVisible();
  });

  it('lists role, column and verdict when misconfigured', () => {
    show({
      kind: 'misconfigured',
      title: 'One field is missing',
      label: (role) => `role ${role}`,
      report: [
        { role: 'score', column: 'anomalyScore', found: true, required: true },
        { role: 'time', found: false, required: true },
      ],
    });
    expect(screen.getByRole('row', { name: /role score anomalyScore found/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /role time none found missing/ })).toBeInTheDocument();
  });
});
