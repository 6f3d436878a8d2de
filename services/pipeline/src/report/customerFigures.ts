import { wilson } from '@spendscope/analytics';
import type { ShareGroup } from '@spendscope/analytics';
import type { ClaimField, CustomerFigure } from '@spendscope/contracts';
import { fieldLabels, namedGroups, sideLabel } from '@spendscope/findings';
import type { ReportData } from './collectReport';
import type { Finding } from './findings';
import { grid } from './grid';

type Figure = Omit<CustomerFigure, 'run_id' | 'created_at'>;

const labels = fieldLabels.en;

/** What a report draws, as documents: shares, boxes, pairs, correlations, gaps and anomalies by hour. */
export function customerFigures(data: ReportData, { runId, at }: { runId: string; at: Date }): CustomerFigure[] {
  const figures = [
    ...total(data),
    ...data.findings.shares.flatMap(shareFigures),
    ...data.findings.boxes.flatMap(boxFigures),
    ...pairFigures(data),
    ...correlationFigures(data),
    ...data.missing.map(({ field, missing, distinct }, place): Figure => ({ kind: 'missing', field, label: labels[field], place, missing, distinct, rate: missing / data.customers.rows })), // prettier-ignore
    ...hourFigures(data),
  ];
  return figures.map((figure) => ({ ...figure, run_id: runId, created_at: at.toISOString() }));
}

/** Names a figure's document within its run. */
export const customerFigureId = ({ kind, field, other = '', place }: CustomerFigure): string =>
  `${kind}-${field}-${other}-${place}`;

function total({ customers: { churnField, columns } }: ReportData): Figure[] {
  if (!churnField) {
    return [];
  }
  const known = Array.from(columns.get(churnField)!.values as ArrayLike<number>).filter(Number.isFinite);
  const left = known.reduce((sum, value) => sum + value, 0);
  return [{ kind: 'total', field: churnField, label: labels[churnField], place: 0, customers: known.length, left, ...wilson(left, known.length) }]; // prettier-ignore
}

function shareFigures({ claim, result, levels }: Finding): Figure[] {
  const picture = 'tooLittle' in result ? undefined : result.picture;
  const groups = levels?.groups ?? (picture?.kind === 'shares' ? (namedGroups(claim, picture, 'en') as ShareGroup[]) : []); // prettier-ignore
  const { field } = claim.factor;
  return groups.map(({ label: group, n, events, rate, low, high }, place) => ({
    ...{ kind: 'share' as const, field, label: labels[field], group, place, customers: n, left: events, rate },
    ...(Number.isFinite(low) ? { low, high } : {}),
  }));
}

function boxFigures({ claim, result }: Finding): Figure[] {
  if ('tooLittle' in result || result.picture.kind === 'shares') {
    return [];
  }
  const { field } = claim.factor;
  const groups = namedGroups(claim, result.picture, 'en');
  return groups.flatMap((group, place): Figure[] => {
    if (!('box' in group)) {
      return [];
    }
    const { lowWhisker, q1, median, q3, highWhisker, outliers } = group.box;
    return [
      {
        ...{
          kind: 'box',
          field,
          label: labels[field],
          group: group.label,
          place,
          customers: group.n,
          mean: group.mean,
        },
        ...{ low_whisker: lowWhisker, q1, median, q3, high_whisker: highWhisker, outliers },
        parts: { to_q1: q1 - lowWhisker, to_median: median - q1, to_q3: q3 - median, to_whisker: highWhisker - q3 },
      },
    ];
  });
}

/** Every cell of the grid, those without customers too, so that a matrix has its rows and columns in order. */
function pairFigures({ findings: { pair }, customers: { columns, churnField } }: ReportData): Figure[] {
  if (!pair || !churnField) {
    return [];
  }
  const { factor, outcome } = pair.claim;
  const values = (field: ClaimField): ArrayLike<number> => columns.get(field)!.values as ArrayLike<number>;
  const { x, y, cells } = grid(values(factor.field), values(outcome.field), values(churnField));
  const at = new Map(cells.map((cell) => [cell.x * y.length + cell.y, cell]));
  return x.flatMap((group, i) =>
    y.map((other, j): Figure => {
      const place = i * y.length + j;
      const cell = at.get(place);
      return {
        ...{ kind: 'pair', field: factor.field, label: sideLabel(factor, 'en'), other: sideLabel(outcome, 'en') },
        ...{ group, other_group: other, place, customers: cell?.n ?? 0, left: cell?.events ?? 0 },
        ...(cell ? { rate: cell.events / cell.n } : {}),
      };
    })
  );
}

function correlationFigures({ correlations: { fields, cells } }: ReportData): Figure[] {
  return fields.flatMap((field, i) =>
    fields.map((other, j): Figure => {
      const cell = cells.get(`${Math.max(i, j)},${Math.min(i, j)}`);
      return {
        ...{ kind: 'correlation', field, label: labels[field], other: labels[other], place: i * fields.length + j },
        ...(i === j ? { r: 1 } : cell ? { r: cell.r, p: cell.correctedP, customers: cell.n } : {}),
      };
    })
  );
}

function hourFigures({ anomalies }: ReportData): Figure[] {
  if ('missing' in anomalies) {
    return [];
  }
  const types = [...new Set(anomalies.hours.map(({ type }) => type))];
  return types.flatMap((type, row) =>
    Array.from({ length: 24 }, (_, hour): Figure => {
      const found = anomalies.hours.find((each) => each.type === type && each.hour === hour);
      return {
        ...{ kind: 'anomaly_hour', field: 'type', label: 'type', group: type, place: row * 24 + hour },
        other_group: String(hour).padStart(2, '0'),
        ...(found ? { anomalies: found.anomalies, transactions: found.transactions, rate: (1000 * found.anomalies) / found.transactions } : {}), // prettier-ignore
      };
    })
  );
}
