import type { ActionDefinition } from '@spendscope/contracts';
import { createRoot } from 'react-dom/client';
import { AnomalyGrid } from '../../../../plugins/spendscope-app/src/shared/anomalies/AnomalyGrid';
import type { AnomalyRow } from '../../../../plugins/spendscope-app/src/shared/anomalies/anomalyRow';
import { rowsOfFrames } from '../../../../plugins/spendscope-app/src/shared/anomalies/rowsOfFrames';
import { defaultSort, sortRows } from '../../../../plugins/spendscope-app/src/shared/anomalies/sortRows';
import { loadTranslations } from '../../../../plugins/spendscope-app/src/shared/i18n/loadTranslations';
import { rowOffers } from '../../../../plugins/spendscope-app/src/shared/interventions/rowStatus';
import { anomalyFrame } from './anomalyFrame';
import { type TableFigures, firstRow, hostElement, scrolling } from './figures';

const actionOf = (name: ActionDefinition['name'], targetType: 'account' | 'transaction'): ActionDefinition => ({
  name,
  label: { en: name },
  effect: { en: '' },
  targetTypes: [targetType],
  reversible: true,
  defaultDurationSec: 86_400,
  durationsSec: [86_400],
  maxDurationSec: 86_400,
  permanentAllowed: false,
  icon: 'lock',
  destructive: true,
});
const definitions = [actionOf('lock_account', 'account'), actionOf('block_transaction', 'transaction')];
const nothing = (): void => undefined;

/** The anomaly table as an admin has it: every column, check boxes, label menus and two buttons a row. */
export async function measureOurs(count: number): Promise<TableFigures> {
  loadTranslations();
  const frame = anomalyFrame(count);
  const host = hostElement();
  const root = createRoot(host);
  const started = performance.now();
  const rows = sortRows(rowsOfFrames([frame]).rows);
  const contextOf = (row: AnomalyRow) => ({
    interventions: [],
    known: true,
    offers: rowOffers(row, definitions, [], { create: true, release: true }),
    labels: [],
    mayLabel: true,
    selected: false,
  });
  root.render(
    <AnomalyGrid
      label="Anomalies"
      rows={rows}
      contextOf={contextOf}
      selectable
      withActions
      withLabels
      sort={defaultSort}
      onSort={nothing}
      selectedCount={0}
      onToggle={nothing}
      onExtend={nothing}
      onToggleAll={nothing}
      onClearSelection={nothing}
      onOffer={nothing}
      onLabel={nothing}
      onMenu={nothing}
      onVisible={nothing}
      onDetails={nothing}
      now={Date.now()}
      language="en-US"
      timeZone="utc"
    />
  );
  await firstRow(host);
  const firstDraw = performance.now() - started;
  return { firstDraw, framesPerSecond: await scrolling(host) };
}
