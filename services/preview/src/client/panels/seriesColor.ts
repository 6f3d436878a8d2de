import { type Field, FieldColorModeId, getFieldSeriesColor, type GrafanaTheme2 } from '@grafana/data';

/** Whether each series takes the next colour of the palette, rather than one by its value or a fixed one. */
export const usesPalette = (field: Field): boolean =>
  (field.config.color?.mode ?? FieldColorModeId.PaletteClassic).startsWith('palette-classic');

/** The palette's colour of the series with this number. */
export const paletteColor = (field: Field, at: number, theme: GrafanaTheme2): string =>
  getFieldSeriesColor({ ...field, state: { ...field.state, seriesIndex: at } }, theme).color;
