import type { PixelCounts } from './pixelCounts';

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** A lone customer must be seen: fainter than this it is lost between pixels. */
const FAINTEST = 0.45;
/** Unselected places stay visible: selecting dims the rest, it hides nobody. */
const FADED = 0.4;

/**
 * Colour of the leading cluster, opacity by the logarithm of all customers of the pixel; faded where none of them is
 * selected. RGBA, row by row from the top.
 *
 * @param highlighted cluster that the legend points at: where another leads, it fades
 */
export function colorPixels(counts: PixelCounts, colors: readonly Rgb[], highlighted?: number): Uint8ClampedArray {
  const { width, height, clusters, others, selected } = counts;
  const pixels = width * height;
  const someSelected = selected.length > 0;
  const total = new Uint32Array(pixels);
  const leading = new Uint8Array(pixels);
  const chosen = new Uint8Array(pixels);
  let max = 1;
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    let sum = 0;
    let most = 0;
    let mostSelected = 0;
    let lead = 0;
    let leadSelected = 0;
    for (let cluster = 0, at = pixel; cluster < clusters; cluster += 1, at += pixels) {
      const inside = someSelected ? selected[at]! : 0;
      const all = others[at]! + inside;
      sum += all;
      if (all > most) {
        most = all;
        lead = cluster;
      }
      if (inside > mostSelected) {
        mostSelected = inside;
        leadSelected = cluster;
      }
    }
    if (sum > 0) {
      total[pixel] = sum;
      leading[pixel] = mostSelected > 0 ? leadSelected : lead;
      chosen[pixel] = mostSelected > 0 ? 1 : 0;
      max = sum > max ? sum : max;
    }
  }
  const rgba = new Uint8ClampedArray(pixels * 4);
  const logMax = Math.log(max);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const sum = total[pixel]!;
    if (sum > 0) {
      const cluster = leading[pixel]!;
      const color = colors[cluster]!;
      const dimmed = (someSelected && chosen[pixel] === 0) || (highlighted !== undefined && cluster !== highlighted);
      const opacity = FAINTEST + (1 - FAINTEST) * (logMax > 0 ? Math.log(sum) / logMax : 1);
      const at = pixel * 4;
      rgba[at] = color[0];
      rgba[at + 1] = color[1];
      rgba[at + 2] = color[2];
      rgba[at + 3] = 255 * opacity * (dimmed ? FADED : 1);
    }
  }
  return rgba;
}
