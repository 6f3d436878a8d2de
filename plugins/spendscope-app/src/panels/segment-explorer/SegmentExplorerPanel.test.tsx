import {
  FieldType,
  getDefaultTimeRange,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { locationService, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { matchingColumn, packColumns } from '@spendscope/contracts';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { segmentsFrame } from '../../shared/segments/segmentsFixture';
import { fakeApi } from '../../testing/fakeApi';
import { SegmentExplorerPanel } from './SegmentExplorerPanel';
import { customersFrame, densityFrame } from './testing/frames';
import { inlinePort } from './testing/inlinePort';
import { installRecordingContext, type RecordingContext } from './testing/recordingContext';
import { defaultOptions, type SegmentExplorerOptions } from './types';

const segments = segmentsFrame([
  { cluster: 0, rank: 1, name: 'High risk of leaving' },
  { cluster: 1, rank: 2, name: 'Core loyal' },
]);
const cells = densityFrame([
  ['0', '1', 6, 70],
  ['1', '1', 6, 10],
  ['1', '1.05', 6.1, 20],
]);
const customers = customersFrame([
  { token: 'C-1', logRecency: 1, logMonetary: 6, cluster: 0, persona: 'Middle', monetary: 100, churn: 0.8 },
  { token: 'C-2', logRecency: 2, logMonetary: 7, cluster: 1, persona: 'Core loyal', monetary: 300, churn: 0.2 },
]);

function panelProps(series: DataFrame[], data: Partial<PanelData> = {}): PanelProps<SegmentExplorerOptions> {
  return {
    data: { series, state: LoadingState.Done, timeRange: getDefaultTimeRange(), ...data },
    options: defaultOptions,
    width: 1000,
    height: 600,
  } as PanelProps<SegmentExplorerOptions>;
}
const show = (series: DataFrame[], data?: Partial<PanelData>): ReturnType<typeof render> =>
  render(<SegmentExplorerPanel {...panelProps(series, data)} />);
const legend = (): HTMLElement => screen.getByRole('group', { name: 'Clusters' });
const plot = (): HTMLElement => screen.getByRole('application', { name: /^Customers by/ });

jest.mock('./full/createFullWorker', () => ({ createFullWorker: () => inlinePort() }));

let canvas: RecordingContext;
beforeEach(() => {
  canvas = installRecordingContext();
  locationService.push('/d/segments');
  const never = (): Promise<never> => new Promise(() => undefined);
  fakeApi({ 'GET actions': never });
});
afterEach(() => jest.restoreAllMocks());

describe('SegmentExplorerPanel', () => {
  it('says in one sentence what it shows', () => {
    show([cells, segments]);
    expect(screen.getByRole('region', { name: 'Segment explorer' })).toHaveAccessibleDescription(
      '100 customers · 2 clusters · largest High risk of leaving with 70%'
    );
    expect(plot()).toHaveAccessibleName('Customers by Days since last order (log) and Net spend (log)');
  });

  it('draws one rectangle per place, or one mark per customer', () => {
    const { unmount } = show([cells, segments]);
    expect(canvas.calls).toMatchObject({ fillRect: 2 });
    expect(canvas.fillStyles.size).toBe(2);
    unmount();
    canvas.calls = {};
    show([customers]);
    expect(canvas.calls.fillRect).toBeUndefined();
    expect(canvas.calls.fill).toBe(2);
  });

  it('lists clusters by priority with their share and count', () => {
    show([cells, segments]);
    expect(
      within(legend())
        .getAllByRole('button')
        .map((entry) => entry.textContent)
    ).toEqual(['High risk of leaving70%70', 'Core loyal30%30']);
  });

  it('isolates by click, several with Ctrl, and resets by a second click', async () => {
    const user = userEvent.setup();
    show([cells, segments]);
    const [risk, loyal] = within(legend()).getAllByRole('button') as [HTMLElement, HTMLElement];
    await user.click(loyal);
    expect(loyal).toHaveAttribute('aria-pressed', 'true');
    const bar = screen.getByRole('group', { name: 'Selection' });
    expect(bar).toHaveTextContent('30');
    expect(bar).toHaveTextContent('30% of those in view');
    await user.keyboard('{Control>}');
    await user.click(risk);
    await user.keyboard('{/Control}');
    expect(bar).toHaveTextContent('100% of those in view');
    await user.click(risk);
    expect(loyal).toHaveAttribute('aria-pressed', 'false');
    await user.click(risk);
    expect(screen.queryByRole('group', { name: 'Selection' })).not.toBeInTheDocument();
  });

  it('writes the isolated clusters to the dashboard, and takes them back on Clear', async () => {
    const user = userEvent.setup();
    show([cells, segments]);
    await user.click(within(legend()).getByRole('button', { name: /Core loyal/ }));
    await user.click(screen.getByRole('button', { name: 'Apply to dashboard' }));
    expect(locationService.getSearchObject()).toEqual({
      'var-cluster': 'Core loyal',
      'var-x_min': '*',
      'var-x_max': '*',
      'var-y_min': '*',
      'var-y_max': '*',
      'var-outline': '*',
    });
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(locationService.getSearchObject()['var-cluster']).toBe('$__all');
    expect(screen.queryByRole('group', { name: 'Selection' })).not.toBeInTheDocument();
  });

  const drawAroundAll = (): void => {
    fireEvent.pointerDown(plot(), { clientX: 0, clientY: 0, button: 0 });
    for (const [clientX, clientY] of [
      [2_000, 0],
      [2_000, 2_000],
      [0, 2_000],
    ]) {
      // prettier-ignore
      fireEvent.pointerMove(plot(), { clientX, clientY });
    }
    fireEvent.pointerUp(plot(), {});
  };

  it('writes a lasso as the cells that it holds', async () => {
    const user = userEvent.setup();
    show([cells, segments]);
    drawAroundAll();
    expect(screen.getByRole('group', { name: 'Selection' })).toHaveTextContent('100% of those in view');
    await user.click(screen.getByRole('button', { name: 'Apply to dashboard' }));
    expect(locationService.getSearchObject()['var-outline']).toBe(
      '(rfm.log_monetary:[6 TO 6.1} AND rfm.log_recency:[1 TO 1.05}) OR (rfm.log_monetary:[6.1 TO 6.2} AND rfm.log_recency:[1.05 TO 1.1})'
    );
    expect(screen.queryByText(/^Other panels/)).not.toBeInTheDocument();
  });

  it('applies a shape as soon as it is drawn where the options say so, but not what is undone', async () => {
    const user = userEvent.setup();
    const props = panelProps([cells, segments]);
    render(<SegmentExplorerPanel {...props} options={{ ...defaultOptions, applyOnRelease: true }} />);
    expect(locationService.getSearchObject()['var-outline']).toBeUndefined();
    drawAroundAll();
    expect(String(locationService.getSearchObject()['var-outline'])).toContain('rfm.log_monetary');
    locationService.push('/d/segments');
    act(() => plot().focus());
    await user.keyboard('{Control>}z{/Control}{Control>}y{/Control}');
    expect(locationService.getSearchObject()['var-outline']).toBeUndefined();
  });

  it('says where the dashboard follows a lasso row by row, or by its bounding box only', async () => {
    const user = userEvent.setup();
    const ranges = ['cluster', 'x_field', 'x_min', 'x_max', 'y_field', 'y_min', 'y_max'];
    const knowing = (names: string[]): void =>
      setTemplateSrv({ getVariables: () => names.map((name) => ({ name })) } as unknown as TemplateSrv);
    for (const [names, said] of [
      [[...ranges, 'outline'], /^Other panels follow the outline row by row/],
      [ranges, /^Other panels show everybody in the bounding box/],
    ] as const) {
      knowing([...names]);
      const { unmount } = show([customers]);
      drawAroundAll();
      await user.click(screen.getByRole('button', { name: 'Apply to dashboard' }));
      expect(screen.getByText(said)).toBeInTheDocument();
      expect(screen.queryByText(/has no variables/)).not.toBeInTheDocument();
      unmount();
    }
    setTemplateSrv(undefined as unknown as TemplateSrv);
  });

  it('selects a customer by keyboard, undoes, redoes and clears', async () => {
    const user = userEvent.setup();
    show([customers]);
    act(() => plot().focus());
    await user.keyboard('{ArrowRight}b{Shift>}{ArrowRight>3/}{ArrowUp>3/}{/Shift}{Enter}');
    expect(screen.getByRole('group', { name: 'Selection' })).toHaveTextContent('50% of those in view1');
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.queryByRole('group', { name: 'Selection' })).not.toBeInTheDocument();
    await user.keyboard('{Control>}y{/Control}');
    expect(screen.getByRole('group', { name: 'Selection' })).toHaveTextContent('₩300');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: 'Selection' })).not.toBeInTheDocument();
  });

  it('tells what lies under the keyboard’s crosshair', async () => {
    const user = userEvent.setup();
    show([densityFrame([['0', '1', 6, 70]]), segments]);
    act(() => plot().focus());
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText(/^70 customers, mostly High risk of leaving/)).toBeInTheDocument();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByText('No customers here')).toBeInTheDocument();
  });

  it('selects by box with the pointer; Alt subtracts', () => {
    show([customers]);
    fireEvent.click(screen.getByRole('radio', { name: /^Box/ }));
    const drag = (from: [number, number], to: [number, number], keys: object = {}): void => {
      fireEvent.pointerDown(plot(), { clientX: from[0], clientY: from[1], button: 0, ...keys });
      fireEvent.pointerMove(plot(), { clientX: to[0], clientY: to[1], ...keys });
      fireEvent.pointerUp(plot(), { clientX: to[0], clientY: to[1], ...keys });
    };
    drag([0, 0], [640, 400]);
    expect(screen.getByRole('group', { name: 'Selection' })).toHaveTextContent('100% of those in view');
    drag([0, 200], [100, 400], { altKey: true });
    expect(screen.getByRole('group', { name: 'Selection' })).toHaveTextContent('50% of those in view1');
  });

  it('moves focus to the legend with l and shows the table with t', async () => {
    const user = userEvent.setup();
    show([cells, segments]);
    act(() => plot().focus());
    await user.keyboard('l');
    expect(within(legend()).getByRole('button', { name: /High risk/ })).toHaveFocus();
    act(() => plot().focus());
    await user.keyboard('t');
    const table = screen.getByRole('table', { name: /Clusters in view/ });
    expect(within(table).getByRole('row', { name: /Core loyal/ })).toHaveTextContent('Core loyal3030%');
    const marks = screen.getByRole('table', { name: 'Cells in view: 3 of 3, those with the most customers first' });
    expect(within(marks).getAllByRole('row')[1]).toHaveTextContent(/^High risk of leaving70/);
    await user.click(screen.getByRole('button', { name: 'Show as plot' }));
    expect(plot()).toBeInTheDocument();
  });

  it('lists customers in the table where they came one by one', () => {
    show([customers]);
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const marks = screen.getByRole('table', { name: 'Customers in view: 2 of 2' });
    expect(within(marks).getByRole('row', { name: /^C-2/ })).toHaveTextContent('C-2Core loyal99₩10M');
  });

  it('keeps other shortcuts for Grafana', () => {
    const onDocument = jest.fn();
    document.addEventListener('keydown', onDocument);
    show([cells]);
    fireEvent.keyDown(plot(), { key: 'b' });
    expect(onDocument).not.toHaveBeenCalled();
    fireEvent.keyDown(plot(), { key: 'k' });
    fireEvent.keyDown(plot(), { key: 'Tab' });
    expect(onDocument).toHaveBeenCalledTimes(2);
    document.removeEventListener('keydown', onDocument);
  });
});

describe('full mode', () => {
  const columns = {
    cluster: Uint8Array.of(0, 0, 0, 1, 1),
    'rfm.recency': Float32Array.of(5, 9, 12, 20, 30),
    'rfm.monetary': Float32Array.of(1e5, 2e5, 3e5, 4e5, 5e5),
  };
  const packed = (packing: Record<string, Float32Array | Uint8Array>): object => ({
    arrayBuffer: async () => packColumns({ runId: 'r', columns: packing }).slice().buffer,
  });
  const asking = (query: string): PanelData['request'] => ({ targets: [{ refId: 'A', query }] }) as never;
  const region = (): HTMLElement => screen.getByRole('region', { name: 'Segment explorer' });

  it('follows a filter that leaves a cluster out, with a selection of it in place', async () => {
    setTemplateSrv({ replace: (text: string) => text, getVariables: () => [] } as unknown as TemplateSrv);
    fakeApi({
      'GET points': () => ({ runId: 'r', customers: 5, packed: 1, columns: ['rfm.recency', 'rfm.monetary'] }),
      'GET points/r/columns': () => packed(columns),
      'POST points/r/matching': () => packed({ [matchingColumn]: Uint8Array.of(0, 0, 0, 1, 1) }),
    });
    const { rerender } = show([cells, segments], { request: asking('*') });
    fireEvent.click(screen.getByRole('radio', { name: 'Full' }));
    await waitFor(() => expect(region()).toHaveAccessibleDescription(/^5 customers · 2 clusters.* · the whole run/));
    fireEvent.click(within(legend()).getByRole('button', { name: /High risk/ }));
    const bar = await screen.findByRole('group', { name: 'Selection' });
    expect(bar).toHaveTextContent('60% of those in view3');
    const narrowed = densityFrame([['1', '1', 6, 2]]);
    rerender(
      <SegmentExplorerPanel {...panelProps([narrowed, segments], { request: asking('persona:"Core loyal"') })} />
    );
    await waitFor(() =>
      expect(region()).toHaveAccessibleDescription(
        '2 customers · 1 cluster · largest Core loyal with 100% · those of the run’s 5 who pass the dashboard’s filters'
      )
    );
    await waitFor(() => expect(bar).toHaveTextContent('0% of those in view0'));
    setTemplateSrv(undefined as unknown as TemplateSrv);
  });
});

describe('its data states', () => {
  const state = (): string | null =>
    screen.getByTestId('data-testid spendscope panel-state').getAttribute('data-state');

  it('loads first, and keeps old data while refreshing', () => {
    show([], { state: LoadingState.Loading }).unmount();
    const { rerender } = show([], { state: LoadingState.Loading });
    expect(state()).toBe('loading-first');
    rerender(<SegmentExplorerPanel {...panelProps([cells, segments], { state: LoadingState.Loading })} />);
    expect(state()).toBe('refreshing');
    expect(legend()).toBeInTheDocument();
  });

  it('explains an error and an empty answer', async () => {
    const user = userEvent.setup();
    const { unmount } = show([], {
      state: LoadingState.Error,
      errors: [{ message: 'no living connections', status: 502 }],
    });
    expect(state()).toBe('error');
    unmount();
    locationService.push('/d/segments?var-cluster=3');
    show([]);
    expect(state()).toBe('empty');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(locationService.getSearchObject()['var-cluster']).toBe('$__all');
  });

  it('lists roles and columns when it cannot find two axes', () => {
    show([toDataFrame({ fields: [{ name: 'recency', type: FieldType.number, values: [1] }] })]);
    expect(state()).toBe('misconfigured');
    expect(screen.getByRole('row', { name: /Vertical axis none found missing/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Horizontal axis recency found/ })).toBeInTheDocument();
  });

  it('says that the list was cut and that segments are old', () => {
    const request = {
      startTime: Date.UTC(2026, 10, 22, 2),
      targets: [{ refId: 'A', metrics: [{ type: 'raw_data', settings: { size: '2' } }] }],
    } as unknown as PanelData['request'];
    show([customers, segments], { request });
    expect(screen.getByText(/^The first 2 customers/)).toBeInTheDocument();
    expect(screen.getByText('Segments were computed 2 days ago.')).toBeInTheDocument();
  });

  it('says how many rows were left out and that an axis is constant', () => {
    show([
      customersFrame([
        { token: 'C-1', logRecency: 1, logMonetary: 6, cluster: null },
        { token: 'C-2', logRecency: 1, logMonetary: 7, cluster: null },
        { token: 'C-3', logRecency: 1, logMonetary: null, cluster: null },
      ]),
    ]);
    const region = screen.getByRole('region', { name: 'Segment explorer' });
    expect(region).toHaveAccessibleDescription(
      '2 customers · 1 without a value left out · Days since last order (log) is the same for all'
    );
    expect(screen.getByText(/No customer has a cluster yet/)).toBeInTheDocument();
  });

  it('offers points only where the query lists customers', () => {
    const { unmount } = show([cells]);
    expect(screen.getByRole('radio', { name: 'Points' })).toBeDisabled();
    unmount();
    show([customers]);
    expect(screen.getByRole('radio', { name: 'Points' })).toBeChecked();
    fireEvent.click(screen.getByRole('radio', { name: 'Density' }));
    expect(screen.getByRole('radio', { name: 'Density' })).toBeChecked();
  });
});
