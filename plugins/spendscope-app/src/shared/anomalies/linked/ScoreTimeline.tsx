import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { anomalyThreshold } from '@spendscope/contracts';
import { type JSX, useId, useMemo, useRef, useState } from 'react';
import { useElementSize } from '../../../panels/segment-explorer/components/useElementSize';
import { t } from '../../i18n/t';
import type { AnomalyRow } from '../anomalyRow';
import type { AverageAt } from './averageOf';
import { type TimeSpan, tickLabel, timeTicks } from './timeScale';
import { alarmSpans, dotPaths, inset, lowestOf, timelineGeometry } from './timelineGeometry';
import type { ActAt } from './useActs';
import { useTimelinePointer } from './useTimelinePointer';

export interface ScoreTimelineProps {
  rows: readonly AnomalyRow[];
  span: TimeSpan;
  average: readonly AverageAt[];
  acts: readonly ActAt[];
  marked: ReadonlySet<string>;
  /** Marks rows and brings the first into view. */
  onMark: (ids: readonly string[]) => void;
  /** Narrows the dashboard to a span; absent where there is none. */
  onRange?: (span: TimeSpan) => void;
  actWords: (act: ActAt) => string;
  timeZone?: string;
}

const tickWidth = 90;

/**
 * Each row’s score by its time, the threshold, the mean where the query brings one, and what was done. One tab stop: arrows
 * go from row to row in order of time, Enter marks it in the table, `b` begins and ends a stretch of time.
 */
export function ScoreTimeline(props: ScoreTimelineProps): JSX.Element {
  const { rows, span, average, acts, marked, actWords, timeZone } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const keysId = useId();
  const box = useRef<HTMLDivElement>(null);
  const size = useElementSize(box);
  const lowest = useMemo(
    () => lowestOf([...rows.map(({ score }) => score), ...average.map(({ score }) => score)]),
    [rows, average]
  );
  const geometry = useMemo(() => timelineGeometry(span, size, lowest), [span, size, lowest]);
  const { x, y } = geometry;
  const ordered = useMemo(() => [...rows].sort((left, right) => left.time - right.time), [rows]);
  const dots = useMemo(() => dotPaths(ordered, geometry), [ordered, geometry]);
  const [current, setCurrent] = useState<AnomalyRow>();
  const { brush, handlers } = useTimelinePointer({ ...props, rows: ordered, geometry, current, setCurrent });
  const [low, high] = [size.height - inset.bottom, inset.top];
  const text = { fill: theme.colors.text.secondary, fontSize: 12 };
  const words = ({ customer, score, time }: AnomalyRow): string =>
    `${customer} · ${score.toFixed(2)} · ${dateTimeFormat(time, { timeZone, format: 'MM-DD HH:mm:ss' })}`;

  return (
    <div
      ref={box}
      className={styles.root}
      role="group"
      aria-label={t('anomalyTimeline.label', 'Scores of {{count, number}} anomalies over time, {{acts, number}} acts', {
        count: rows.length,
        acts: acts.length,
      })}
      aria-describedby={keysId}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its one tab stop.
      tabIndex={0}
      {...handlers}
    >
      <p id={keysId} className="sr-only">
        {t(
          'anomalyTimeline.keys',
          'Left and right go from anomaly to anomaly, Enter marks it in the table, b begins and ends a stretch of time.'
        )}
      </p>
      <svg width={size.width} height={size.height} style={{ display: 'block' }} aria-hidden="true">
        {alarmSpans(average, span.to).map(({ from, to }) => (
          <rect
            key={from}
            x={x(from)}
            width={Math.max(2, x(to) - x(from))}
            y={high}
            height={low - high}
            fill={theme.colors.error.transparent}
          />
        ))}
        {[lowest, anomalyThreshold, 1].map((score) => (
          <g key={score}>
            <text x={inset.left - 6} y={y(score) + 4} textAnchor="end" {...text}>
              {score.toFixed(1)}
            </text>
            <line
              x1={inset.left}
              x2={size.width - inset.right}
              y1={y(score)}
              y2={y(score)}
              stroke={score === anomalyThreshold ? theme.colors.error.border : theme.colors.border.weak}
              strokeDasharray={score === anomalyThreshold ? '5 4' : undefined}
            />
          </g>
        ))}
        {timeTicks(span, Math.max(2, Math.floor(size.width / tickWidth))).map((time) => (
          <text
            key={time}
            x={x(time)}
            y={size.height - 6}
            textAnchor={x(time) > size.width - tickWidth / 2 ? 'end' : 'middle'}
            {...text}
          >
            {tickLabel(time, span, timeZone)}
          </text>
        ))}
        {average.length > 1 && (
          <polyline
            points={average.map(({ time, score }) => `${x(time)},${y(score)}`).join(' ')}
            fill="none"
            stroke={theme.colors.primary.border}
            strokeWidth={1.5}
          />
        )}
        <g fill="none" strokeLinecap="round">
          <path d={dots.low} stroke={theme.colors.text.secondary} strokeWidth={4} />
          <path d={dots.suspicious} stroke={theme.colors.warning.main} strokeWidth={5} />
          <path d={dots.severe} stroke={theme.colors.error.main} strokeWidth={6} />
        </g>
        {acts.map((act) => (
          <g key={act.intervention.id}>
            <title>{actWords(act)}</title>
            <line x1={x(act.time)} x2={x(act.time)} y1={high - 6} y2={low} {...actStroke(theme)} />
            <path d={`M${x(act.time)} ${high - 6}l-6 -10h12Z`} fill={theme.colors.text.primary} />
          </g>
        ))}
        {ordered
          .filter(({ id }) => marked.has(id))
          .map(({ id, time, score }) => (
            <circle key={id} cx={x(time)} cy={y(score)} r={7} fill="none" stroke={theme.colors.text.primary} />
          ))}
        {brush && (
          <rect
            x={x(brush.from)}
            width={x(brush.to) - x(brush.from)}
            y={high}
            height={low - high}
            fill={theme.colors.action.selected}
            stroke={theme.colors.primary.border}
          />
        )}
        {current && <circle cx={x(current.time)} cy={y(current.score)} r={9} {...ringOf(theme)} />}
      </svg>
      <p className={styles.words} aria-live="polite">
        {current && words(current)}
      </p>
    </div>
  );
}

const actStroke = (theme: GrafanaTheme2): { stroke: string; strokeDasharray: string } => ({
  stroke: theme.colors.text.secondary,
  strokeDasharray: '2 4',
});
const ringOf = (theme: GrafanaTheme2): { fill: string; stroke: string; strokeWidth: number } => ({
  fill: 'none',
  stroke: theme.colors.primary.border,
  strokeWidth: 2,
});

const getStyles = (theme: GrafanaTheme2): Record<'root' | 'words', string> => ({
  root: css({
    position: 'relative',
    flex: 1,
    minHeight: 0,
    overflow: 'hidden',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  words: css({
    position: 'absolute',
    top: 0,
    right: theme.spacing(1),
    margin: 0,
    padding: theme.spacing(0, 0.5),
    background: theme.colors.background.primary,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    pointerEvents: 'none',
  }),
});
