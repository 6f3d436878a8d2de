import { css } from '@emotion/css';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { type JSX, type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import { useElementSize } from '../../../panels/segment-explorer/components/useElementSize';
import { t } from '../../i18n/t';
import type { RowIntervention } from '../../interventions/rowStatus';
import type { CallerActions } from '../../interventions/useActions';
import type { AnomalyRow } from '../anomalyRow';
import { LinkedBar } from './LinkedBar';
import type { LinkedChoice } from './LinkedViews';
import type { AverageAt } from './averageOf';
import type { Bounds } from './bounds';
import type { TimeSpan } from './timeScale';

// Loaded when somebody opens them: the table alone needs no map.
const LinkedViews = lazy(async () => ({ default: (await import('./LinkedViews')).LinkedViews }));
const AnomalyDrawer = lazy(async () => ({ default: (await import('../drawer/AnomalyDrawer')).AnomalyDrawer }));

/** What stands around the table: map, timeline and drawer. */
export interface LinkedOptions {
  /** Which pictures are open at first. */
  open: LinkedChoice;
  /** Name in the address of the area that the table is narrowed to. */
  areaParameter: string;
  average?: readonly AverageAt[];
  /** What the dashboard shows; absent: from the first to the last row. */
  range?: TimeSpan;
  onRange?: (span: TimeSpan) => void;
}

interface LinkedFrameProps extends Omit<LinkedOptions, 'open' | 'areaParameter'> {
  openAtFirst: LinkedChoice;
  /** All rows, and those that the table shows. */
  rows: readonly AnomalyRow[];
  shown: readonly AnomalyRow[];
  marked: ReadonlySet<string>;
  onMark: (ids: readonly string[]) => void;
  area?: Bounds;
  onArea: (area: Bounds | undefined) => void;
  /** The row beside the table, with what is in force for it. */
  details?: { row: AnomalyRow; interventions: readonly RowIntervention[] };
  onCloseDetails: () => void;
  actions: CallerActions;
  language: string;
  timeZone?: string;
  /** The table. */
  children: ReactNode;
}

/** px; narrower, a drawer takes the table's place. */
const besideFrom = 900;
const noAverage: readonly AverageAt[] = [];

/** The table with its pictures beneath and a row's drawer beside it. */
export function LinkedFrame(props: LinkedFrameProps): JSX.Element {
  const { openAtFirst, rows, shown, area, onArea, details, actions, language, timeZone } = props;
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box);
  const [open, setOpen] = useState(openAtFirst);
  const alone = width < besideFrom;
  return (
    <div ref={box} className={styles.root}>
      <LinkedBar
        open={open}
        onOpen={setOpen}
        inArea={area && shown.length}
        total={rows.length}
        onWholeWorld={() => onArea(undefined)}
      />
      <div className={styles.split}>
        <div className={styles.main} hidden={details !== undefined && alone}>
          <div className={styles.table}>{props.children}</div>
          {(open.map || open.timeline) && (
            <div className={styles.views}>
              <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
                <LinkedViews
                  open={open}
                  rows={rows}
                  shown={shown}
                  marked={props.marked}
                  onMark={props.onMark}
                  area={area}
                  onSearch={onArea}
                  average={props.average ?? noAverage}
                  range={props.range}
                  onRange={props.onRange}
                  definitions={actions.value?.actions ?? []}
                  language={language}
                  timeZone={timeZone}
                />
              </Suspense>
            </div>
          )}
        </div>
        {details && (
          <Suspense fallback={null}>
            <AnomalyDrawer
              key={details.row.id}
              {...details}
              actions={actions}
              alone={alone}
              language={language}
              timeZone={timeZone}
              onClose={props.onCloseDetails}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}

const getStyles = (): Record<'root' | 'split' | 'main' | 'table' | 'views', string> => ({
  root: css({ height: '100%', display: 'flex', flexDirection: 'column' }),
  split: css({ flex: 1, minHeight: 0, display: 'flex' }),
  // Where table and pictures do not fit one above the other, both are scrolled to.
  main: css({
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowY: 'auto',
    '&[hidden]': { display: 'none' },
  }),
  table: css({ flex: '1 1 0', minHeight: 160 }),
  views: css({ flex: '0 0 auto', height: 'max(260px, 40%)' }),
});
