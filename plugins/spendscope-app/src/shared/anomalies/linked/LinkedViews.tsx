import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { ActionDefinition } from '@spendscope/contracts';
import { type JSX, type ReactNode, useId, useMemo, useState } from 'react';
import { actWords as words } from '../../../pages/customers/history/actWords';
import { actionLabel } from '../../../pages/interventions/interventionWords';
import { t } from '../../i18n/t';
import type { AnomalyRow } from '../anomalyRow';
import { AnomalyMap } from './AnomalyMap';
import { MapTable } from './MapTable';
import { ScoreTimeline } from './ScoreTimeline';
import { TimelineTable } from './TimelineTable';
import type { AverageAt } from './averageOf';
import type { Bounds } from './bounds';
import { type TimeSpan, spanOf } from './timeScale';
import { type ActAt, useActs } from './useActs';

/** Which of the pictures beside the table are open. */
export interface LinkedChoice {
  map: boolean;
  timeline: boolean;
}

export interface LinkedViewsProps {
  open: LinkedChoice;
  /** All rows, for the map. */
  rows: readonly AnomalyRow[];
  /** Those that the table shows, for the timeline. */
  shown: readonly AnomalyRow[];
  marked: ReadonlySet<string>;
  onMark: (ids: readonly string[]) => void;
  area?: Bounds;
  onSearch: (area: Bounds) => void;
  average: readonly AverageAt[];
  /** What the dashboard shows; absent: from the first to the last row. */
  range?: TimeSpan;
  onRange?: (span: TimeSpan) => void;
  definitions: readonly ActionDefinition[];
  language: string;
  timeZone?: string;
}

/** The map and the score over time beneath the table; each can be read as a table. */
export function LinkedViews(props: LinkedViewsProps): JSX.Element {
  const { open, rows, shown, marked, onMark, area, onSearch, average, range, onRange } = props;
  const styles = useStyles2(getStyles);
  const { from, to } = range ?? {};
  const span = useMemo(
    () => (from !== undefined && to !== undefined ? { from, to } : spanOf(shown.map(({ time }) => time))),
    [from, to, shown]
  );
  const { acts, incomplete } = useActs(open.timeline ? span : undefined);
  const actWords = ({ time, intervention }: ActAt): string =>
    `${words({ id: intervention.id, time, intervention, beyond: false }, actionLabel(intervention.action, props.definitions, props.language))}: ${intervention.target.id}`;

  return (
    <div className={styles.root}>
      {open.map && (
        <View
          title={t('anomalyMap.title', 'Where')}
          note={t('anomalyMap.note', 'by network or card')}
          picture={<AnomalyMap rows={rows} marked={marked} onMark={onMark} area={area} onSearch={onSearch} />}
          table={<MapTable rows={rows} />}
        />
      )}
      {open.timeline && span && (
        <View
          title={t('anomalyTimeline.title', 'Score over time')}
          note={
            incomplete
              ? t('anomalyTimeline.incomplete', 'not all acts could be read')
              : t('anomalyTimeline.note', '▼ what was done')
          }
          picture={
            <ScoreTimeline
              rows={shown}
              span={span}
              average={average}
              acts={acts}
              marked={marked}
              onMark={onMark}
              onRange={onRange}
              actWords={actWords}
              timeZone={props.timeZone}
            />
          }
          table={<TimelineTable rows={shown} acts={acts} actWords={actWords} timeZone={props.timeZone} />}
        />
      )}
    </div>
  );
}

interface ViewProps {
  title: string;
  note: string;
  picture: ReactNode;
  table: ReactNode;
}

function View({ title, note, picture, table }: ViewProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section aria-labelledby={id} className={styles.view}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <span>{note}</span>
        <Button size="sm" fill="text" icon={asTable ? 'chart-line' : 'table'} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('anomalyLinked.asPicture', 'Show as picture') : t('anomalyLinked.asTable', 'Show as table')}
        </Button>
      </div>
      {asTable ? <div className={styles.table}>{table}</div> : <div className={styles.picture}>{picture}</div>}
    </section>
  );
}

type StyleName = 'root' | 'view' | 'head' | 'picture' | 'table';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  root: css({
    display: 'grid',
    height: '100%',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    gap: theme.spacing(1),
  }),
  view: css({
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 220,
    padding: theme.spacing(0.5, 1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    minHeight: 32,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& h2': {
      margin: 0,
      color: theme.colors.text.primary,
      fontSize: theme.typography.body.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
    },
    '& > :last-child': { marginLeft: 'auto' },
  }),
  picture: css({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }),
  table: css({ flex: 1, minHeight: 0, overflow: 'auto' }),
});
