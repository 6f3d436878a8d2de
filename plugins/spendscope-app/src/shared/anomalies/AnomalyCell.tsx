import { dateTimeFormat, locationUtil } from '@grafana/data';
import { Button, Checkbox, useStyles2 } from '@grafana/ui';
import type { LabelEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { customerPath } from '../customers/customerPath';
import type { LabelAct } from '../feedback/useFeedback';
import { formatAmount } from '../format/formatAmount';
import { formatEventDay } from '../format/formatEventDay';
import { t } from '../i18n/t';
import { StatusBadges } from '../interventions/StatusBadges';
import type { RowIntervention, RowOffer } from '../interventions/rowStatus';
import { getGridStyles } from './AnomalyGrid.styles';
import type { ColumnKey } from './anomalyColumns';
import type { AnomalyRow } from './anomalyRow';
import { LabelCell } from './cells/LabelCell';
import { ModelDots } from './cells/ModelDots';
import { RowActions } from './cells/RowActions';
import { ScoreBar } from './cells/ScoreBar';
import { rowReasons } from './reasonWords';

/** What a row shows beside its own data. */
export interface RowContext {
  interventions: readonly RowIntervention[];
  /** Whether the service has told what is in force. */
  known: boolean;
  offers: readonly RowOffer[];
  /** Everybody’s verdicts, newest first. */
  labels: readonly LabelEntry[];
  mayLabel: boolean;
  /** Of the caller. */
  login?: string;
  selected: boolean;
}

interface AnomalyCellProps {
  column: ColumnKey;
  row: AnomalyRow;
  context: RowContext;
  /** ms since 1970. */
  now: number;
  language: string;
  timeZone?: string;
  onSelect: () => void;
  onOffer: (offer: RowOffer) => void;
  onLabel: (act: LabelAct) => void;
  onMenu: (open: boolean) => void;
  /** Opens the row beside the table; absent where it cannot. */
  onDetails?: () => void;
}

/** Content of one cell. Controls are out of the tab order: the grid's keys lead to them. */
export function AnomalyCell(props: AnomalyCellProps): JSX.Element | null {
  const { column, row, context, now, language, timeZone, onSelect, onOffer, onLabel, onMenu, onDetails } = props;
  const styles = useStyles2(getGridStyles);
  switch (column) {
    case 'select':
      return (
        <Checkbox
          tabIndex={-1}
          value={context.selected}
          onChange={onSelect}
          aria-label={t('anomalies.selectRow', 'Select {{customer}}', { customer: row.customer })}
        />
      );
    case 'score':
      return <ScoreBar score={row.score} />;
    case 'time':
      return (
        <TwoLines
          first={dateTimeFormat(row.time, { timeZone, format: 'HH:mm:ss' })}
          second={formatEventDay(row.time, timeZone)}
        />
      );
    case 'customer':
      return (
        <>
          {/* Not TextLink: a link of the grid is out of the tab order. */}
          <a
            className={styles.mono}
            href={locationUtil.assureBaseUrl(customerPath(row.customer))}
            tabIndex={-1}
            title={t('anomalies.allAbout', 'All about {{customer}}', { customer: row.customer })}
          >
            {row.customer}
          </a>
          {onDetails && (
            <Button
              size="sm"
              fill="text"
              variant="secondary"
              icon="angle-double-right"
              tabIndex={-1}
              aria-label={t('anomalies.details', 'Details of {{customer}}', { customer: row.customer })}
              onClick={onDetails}
            />
          )}
        </>
      );
    case 'amount':
      return row.amount === undefined ? null : (
        <span className={styles.number}>{formatAmount(row.amount, row.currency)}</span>
      );
    case 'merchant':
      return <Merchant row={row} />;
    case 'ip':
      return (
        <>
          {row.country && <span className={styles.country}>{row.country}</span>}
          <span className={styles.address}>{row.ip}</span>
        </>
      );
    case 'models':
      return <ModelDots models={row.models} />;
    case 'reasons':
      return <Reasons text={rowReasons(row).join(' · ')} />;
    case 'status':
      return context.known || context.interventions.length > 0 ? (
        <StatusBadges interventions={context.interventions} now={now} />
      ) : (
        <span className={styles.muted}>…</span>
      );
    case 'label':
      return (
        <LabelCell
          labels={context.labels}
          may={context.mayLabel}
          login={context.login}
          customer={row.customer}
          onAct={onLabel}
          onMenu={onMenu}
        />
      );
    case 'actions':
      return <RowActions offers={context.offers} language={language} onOffer={onOffer} />;
  }
}

function Merchant({ row }: { row: AnomalyRow }): JSX.Element {
  const styles = useStyles2(getGridStyles);
  return row.entity === 'customer' ? (
    <span className={styles.muted}>{t('anomalies.wholeCustomer', 'whole customer')}</span>
  ) : (
    <TwoLines first={row.merchant ?? row.category ?? ''} second={row.merchant ? row.category : undefined} />
  );
}

function Reasons({ text }: { text: string }): JSX.Element {
  const styles = useStyles2(getGridStyles);
  return (
    <span className={styles.reasons} title={text}>
      {text}
    </span>
  );
}

function TwoLines({ first, second }: { first: string; second?: string }): JSX.Element {
  const styles = useStyles2(getGridStyles);
  return (
    <span className={styles.lines} title={[first, second].filter(Boolean).join(' · ')}>
      <span>{first}</span>
      {second && <span>{second}</span>}
    </span>
  );
}
