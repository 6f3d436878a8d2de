import type { DataFrame, Field } from '@grafana/data';
import { type MappedFields, mapFields } from '../fields/mapFields';
import { type AnomalyRole, anomalyRoles } from './anomalyRoles';
import type { AnomalyRow, Place } from './anomalyRow';
import { asNumber, asReasons, asText, asTexts } from './narrow';

export interface FrameRows {
  rows: AnomalyRow[];
  mapped: MappedFields<AnomalyRole>;
}

const placeOf = (lat: number | undefined, lon: number | undefined): Place | undefined =>
  lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;

/** Reads rows out of a data source's frames, which it leaves as they are. Rows without score, time or customer are left out. */
export function rowsOfFrames(
  frames: readonly DataFrame[],
  chosen: Partial<Record<AnomalyRole, string>> = {}
): FrameRows {
  const mapped = mapFields(frames, anomalyRoles, chosen);
  if (!mapped.frame || mapped.missing.length > 0) {
    return { rows: [], mapped };
  }
  const { fields } = mapped;
  const read = (field: Field | undefined, position: number): unknown => field?.values[position];
  const rows: AnomalyRow[] = [];
  for (let position = 0; position < mapped.frame.length; position++) {
    const score = asNumber(read(fields.score, position));
    const time = asNumber(read(fields.time, position));
    const customer = asText(read(fields.customer, position));
    if (score === undefined || time === undefined || customer === undefined) {
      continue;
    }
    const transactionId = asText(read(fields.transaction, position));
    rows.push({
      id: asText(read(fields.id, position)) ?? transactionId ?? `${customer}-${time}`,
      score,
      time,
      customer,
      entity: asText(read(fields.entity, position)) === 'customer' ? 'customer' : 'transaction',
      transactionId,
      amount: asNumber(read(fields.amount, position)),
      currency: asText(read(fields.currency, position)),
      merchant: asText(read(fields.merchant, position)),
      category: asText(read(fields.category, position)),
      ip: asText(read(fields.ip, position)),
      country: asText(read(fields.country, position)),
      place: placeOf(asNumber(read(fields.latitude, position)), asNumber(read(fields.longitude, position))),
      models: [
        { model: 'isolation_forest', score: asNumber(read(fields.forest, position)) },
        { model: 'autoencoder', score: asNumber(read(fields.autoencoder, position)) },
        { model: 'lstm', score: asNumber(read(fields.lstm, position)) },
      ],
      reasonCodes: asTexts(read(fields.reasonCodes, position)),
      reasons: asReasons(read(fields.reasons, position)),
      modelVersion: asText(read(fields.modelVersion, position)),
    });
  }
  return { rows, mapped };
}
