import { type DataFrame, FieldType, createDataFrame } from '@grafana/data';
import { indices } from '@spendscope/contracts';

const names = indices.anomalies.fields;
const countries = ['KR', 'US', 'BR', 'VN', 'JP', 'NG'];
const categories = ['appliances', 'fashion', 'games', 'travel', 'jewellery'];

/** Made-up anomalies as the data source's frame holds them; the same for the same number. */
export function anomalyFrame(count: number): DataFrame {
  let state = 11;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const column = (name: string, type: FieldType, value: (row: number) => unknown) => ({
    name,
    type,
    config: {},
    values: Array.from({ length: count }, (_, row) => value(row)),
  });
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  return createDataFrame({
    refId: 'A',
    fields: [
      column(names.timestamp, FieldType.time, () => Date.UTC(2026, 0, 1) + Math.floor(random() * 3e10)),
      column(names.anomalyScore, FieldType.number, () => 0.5 + random() * 0.5),
      column(
        names.user_id,
        FieldType.string,
        () =>
          `C-${Math.floor(random() * 36 ** 6)
            .toString(36)
            .toUpperCase()}`
      ),
      column(names.amount, FieldType.number, () => Math.floor(random() * 5e6)),
      column(names.currency, FieldType.string, () => 'KRW'),
      column(names.category_mid, FieldType.string, () => pick(categories)),
      column(names.merchant, FieldType.string, (row) => `Shop ${row % 997}`),
      column(names.ip, FieldType.string, () => `203.0.${Math.floor(random() * 256)}.0`),
      column(names.country, FieldType.string, () => pick(countries)),
      column(names.transaction_id, FieldType.string, (row) => `t${row}`),
      column(names.scores.isolation_forest, FieldType.number, () => random()),
      column(names.scores.autoencoder, FieldType.number, () => random()),
      column(names.reasons, FieldType.string, () => 'amount_above_usual'),
    ],
  });
}
