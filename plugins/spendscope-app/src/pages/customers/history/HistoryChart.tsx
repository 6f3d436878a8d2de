import { dateTimeFormat } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { anomalyThreshold } from '@spendscope/contracts';
import { type JSX, useRef } from 'react';
import { useElementSize } from '../../../panels/segment-explorer/components/useElementSize';
import { formatEventDay } from '../../../shared/format/formatEventDay';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import type { Money } from '../../../shared/money/money';
import { actWords } from './actWords';
import type { History } from './historyOf';

interface HistoryChartProps {
  history: History;
  money: Money;
  /** What the picture says, for those who cannot see it. */
  summary: string;
  actionName: (act: History['acts'][number]) => string;
}

/** px */
const left = 64;
const right = 16;
const top = 20;
const spendHeight = 96;
const gap = 20;
const scoreHeight = 112;
const axisHeight = 24;
const height = top + spendHeight + gap + scoreHeight + axisHeight;
const scoreTop = top + spendHeight + gap;
/** Where the range of stored scores begins. */
const lowest = 0.5;
const leastTickWidth = 120;

/** Spend by quarter above, scores below, acts through both, all on one axis of time. */
export function HistoryChart({ history, money, summary, actionName }: HistoryChartProps): JSX.Element {
  const theme = useTheme2();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box);
  const { from, to, quarters, scores, acts, most, least } = history;
  const inner = Math.max(1, width - left - right);
  const x = (time: number): number => left + (Math.min(1, Math.max(0, (time - from) / (to - from))) || 0) * inner;
  const ySpend = (amount: number): number => top + ((most - amount) / (most - least || 1)) * spendHeight;
  const yScore = (score: number): number => scoreTop + ((1 - score) / (1 - lowest)) * scoreHeight;
  const parts = Math.max(1, Math.floor(inner / leastTickWidth) - 1);
  const ticks = Array.from({ length: parts + 1 }, (_, i) => from + ((to - from) * i) / parts);
  const text = { fill: theme.colors.text.secondary, fontSize: 12 };
  const line = theme.colors.border.weak;

  return (
    <div ref={box} style={{ width: '100%', height }}>
      <svg width={width} height={height} role="img" aria-label={summary} style={{ display: 'block' }}>
        <text x={left - 8} y={top + 4} textAnchor="end" {...text}>
          {formatValue(money, most)}
        </text>
        <text x={left - 8} y={ySpend(0) + 4} textAnchor="end" {...text}>
          0
        </text>
        <line x1={left} x2={width - right} y1={ySpend(0)} y2={ySpend(0)} stroke={line} />
        {quarters.map(({ start, end, name, amount }) => (
          <rect
            key={start}
            x={x(start) + 2}
            width={Math.max(1, x(end) - x(start) - 4)}
            y={Math.min(ySpend(0), ySpend(amount))}
            height={Math.abs(ySpend(amount) - ySpend(0))}
            rx={2}
            fill={theme.colors.primary.main}
          >
            <title>{`${name}: ${formatValue(money, amount)}`}</title>
          </rect>
        ))}

        {[lowest, anomalyThreshold, 1].map((score) => (
          <g key={score}>
            <text x={left - 8} y={yScore(score) + 4} textAnchor="end" {...text}>
              {score.toFixed(1)}
            </text>
            <line
              x1={left}
              x2={width - right}
              y1={yScore(score)}
              y2={yScore(score)}
              stroke={score === anomalyThreshold ? theme.colors.warning.border : line}
              strokeDasharray={score === anomalyThreshold ? '4 4' : undefined}
            />
          </g>
        ))}
        {scores.map(({ id, time, score }) => (
          <circle
            key={id}
            cx={x(time)}
            cy={yScore(score)}
            r={score >= anomalyThreshold ? 5 : 3.5}
            fill={score >= anomalyThreshold ? theme.colors.error.main : theme.colors.primary.main}
            stroke={theme.colors.background.primary}
          >
            <title>{`${dateTimeFormat(time, { format: 'YYYY-MM-DD HH:mm' })}: ${score.toFixed(2)}`}</title>
          </circle>
        ))}

        {acts.map((act) => (
          <g key={act.id}>
            <title>{actWords(act, actionName(act))}</title>
            <line
              x1={x(act.time)}
              x2={x(act.time)}
              y1={top - 8}
              y2={scoreTop + scoreHeight}
              stroke={theme.colors.text.secondary}
              strokeDasharray="2 4"
            />
            <path
              d={`M${x(act.time)} ${top - 6}l-6 -10h12Z`}
              fill={theme.colors.warning.main}
              stroke={theme.colors.background.primary}
            />
          </g>
        ))}

        {ticks.map((time, i) => (
          <text
            key={time}
            x={x(time)}
            y={height - 6}
            textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}
            {...text}
          >
            {formatEventDay(time, 'utc')}
          </text>
        ))}
        <text x={left} y={scoreTop - 6} {...text}>
          {t('customer.history.scores', 'Scores')}
        </text>
      </svg>
    </div>
  );
}
