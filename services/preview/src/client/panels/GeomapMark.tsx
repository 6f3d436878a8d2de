import { useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import type { Marker } from './geomapMarkers';

/** A marker of a map at its place in pixels, with its label and, pointed at, its row. */
export function GeomapMark({ marker, x, y }: { marker: Marker; x: number; y: number }): ReactElement {
  const { shape, label, radius, opacity, lines } = marker;
  const theme = useTheme2();
  const color = theme.visualization.getColorByName(marker.color);
  const look = { fill: color, fillOpacity: opacity, stroke: color };
  const row = <title>{lines.join('\n')}</title>;
  return (
    <>
      {shape === 'circle' && (
        <circle cx={x} cy={y} r={radius} {...look}>
          {row}
        </circle>
      )}
      {shape === 'square' && (
        <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} {...look}>
          {row}
        </rect>
      )}
      {label && (
        <text
          x={x + label.offset[0]}
          y={y + label.offset[1]}
          fontSize={label.size}
          fill={shape === 'none' ? color : theme.colors.text.primary}
          textAnchor="middle"
          dominantBaseline="central"
          pointerEvents="none"
        >
          {label.text}
        </text>
      )}
    </>
  );
}
