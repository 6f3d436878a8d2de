import { css } from '@emotion/css';
import { type DataFrame, dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { EventsCanvas, Tag, Tooltip, type UPlotConfigBuilder, useStyles2, useTheme2 } from '@grafana/ui';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';

interface Props {
  config: UPlotConfigBuilder;
  frames: DataFrame[];
  timeZone: string;
}

interface Mark {
  time: number;
  color: string;
  text: string;
  tags: string[];
}

function markAt(frame: DataFrame, row: number): Mark {
  const value = (name: string): unknown => frame.fields.find((field) => field.name === name)?.values[row];
  const tags = value('tags');
  return {
    time: Number(value('time')),
    color: String(value('color') ?? ''),
    text: String(value('text') ?? ''),
    tags: Array.isArray(tags) ? tags.map(String) : [],
  };
}

const inView = (plot: uPlot, time: number): boolean => {
  const { min, max } = plot.scales.x!;
  return min != null && max != null && time >= min && time <= max;
};

/** A dashed line through the plot for each annotation, and a mark below that says what happened. */
export function AnnotationMarks({ config, frames, timeZone }: Props): ReactElement {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const plot = useRef<uPlot>();
  // The hooks are added once per plot, and must draw what there is when they run.
  const latest = useRef(frames);
  useLayoutEffect(() => {
    latest.current = frames;
    plot.current?.redraw();
  }, [frames]);

  useLayoutEffect(() => {
    config.addHook('init', (u) => {
      plot.current = u;
    });
    config.addHook('draw', (u) => {
      for (const frame of latest.current) {
        for (let row = 0; row < frame.length; row += 1) {
          const { time, color } = markAt(frame, row);
          if (inView(u, time)) {
            drawLine(u, time, theme.visualization.getColorByName(color));
          }
        }
      }
    });
  }, [config, theme]);

  return (
    <EventsCanvas
      id="annotations"
      config={config}
      events={frames}
      mapEventToXYCoords={(frame, row) => {
        const u = plot.current;
        const { time } = markAt(frame, row);
        return u && inView(u, time) ? { x: u.valToPos(time, 'x'), y: u.bbox.height / devicePixelRatio } : undefined;
      }}
      renderEventMarker={(frame, row) => {
        const { time, color, text, tags } = markAt(frame, row);
        const when = dateTimeFormat(time, { timeZone });
        return (
          <Tooltip
            interactive
            content={
              <div className={styles.tooltip}>
                <div className={styles.when}>{when}</div>
                <div>{text}</div>
                {tags.map((tag) => (
                  <Tag key={tag} name={tag} />
                ))}
              </div>
            }
          >
            <button
              type="button"
              className={styles.mark}
              style={{ borderBottomColor: theme.visualization.getColorByName(color) }}
              aria-label={[when, text, ...tags].join(', ')}
            />
          </Tooltip>
        );
      }}
    />
  );
}

function drawLine({ ctx, bbox, valToPos }: uPlot, time: number, color: string): void {
  const x = valToPos(time, 'x', true);
  ctx.save();
  ctx.beginPath();
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.strokeStyle = color;
  ctx.setLineDash([5 * devicePixelRatio, 5 * devicePixelRatio]);
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

const getStyles = (theme: GrafanaTheme2): Record<'mark' | 'tooltip' | 'when', string> => ({
  mark: css({
    background: 'none',
    border: '5px solid transparent',
    borderTop: 'none',
    display: 'block',
    height: 5,
    padding: 0,
    transform: 'translateX(-50%)',
    width: 10,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
  }),
  tooltip: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
  when: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
