import type { Customer } from '@spendscope/contracts';
import { formatValue } from '../../shared/format/formatValue';
import { t } from '../../shared/i18n/t';
import type { Money } from '../../shared/money/money';

/** How far it is to the nearer of the two borders of a customer's grade, in money. */
export function borderWords(path: NonNullable<Customer['grade_path']>, money: Money): string | undefined {
  const { up_to: up, up_missing: missing, down_to: down, down_room: room } = path;
  const upward =
    up !== undefined && missing !== undefined && missing >= 0
      ? {
          far: missing,
          words: t('customer.toNext', '{{amount}} to {{grade}}', { amount: formatValue(money, missing), grade: up }),
        }
      : undefined;
  const downward =
    down !== undefined && room !== undefined && room >= 0
      ? {
          far: room,
          words: t('customer.aboveBorder', '{{amount}} above {{grade}}', {
            amount: formatValue(money, room),
            grade: down,
          }),
        }
      : undefined;
  const [nearest] = [upward, downward].flatMap((each) => each ?? []).sort((a, b) => a.far - b.far);
  return nearest?.words;
}
