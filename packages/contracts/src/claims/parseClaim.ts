import type { Claim, ClaimSide } from './claim';
import { claimAliases, claimQuantifiers } from './claimAliases';
import { type ClaimField, claimFieldNames, claimFields } from './claimFields';

/** A text that is no claim; the message says what is wrong and what would be right. */
export class ClaimTextError extends Error {
  override readonly name = 'ClaimTextError';
}

const forms =
  'Write "lower satisfaction -> churn", "device = Phone -> churn", "sex ~ churn" (related) or "sex !~ churn" (unrelated).';

/**
 * A claim from its text form: FACTOR -> OUTCOME (directed), FACTOR ~ OUTCOME (related), FACTOR !~ OUTCOME (unrelated).
 * A side is a field or a word for it, with "higher", "more", "lower", "fewer", "no" … before it, or "= VALUE" after a
 * category.
 *
 * @throws ClaimTextError
 */
export function parseClaim(text: string): Claim {
  const parts = /^(.*?)\s*(!~|≁|~|->|→)\s*(.*)$/su.exec(text.trim());
  if (!parts) {
    throw new ClaimTextError(`"${text}" has no arrow between factor and outcome. ${forms}`);
  }
  const factor = parseSide(parts[1]!, text);
  const outcome = parseSide(parts[3]!, text);
  if (factor.side.field === outcome.side.field) {
    throw new ClaimTextError(`"${text}" names ${factor.side.field} on both sides.`);
  }
  const link = parts[2]!;
  const directed = link === '->' || link === '→';
  if (isBareCategory(outcome.side) || (directed && isBareCategory(factor.side))) {
    const { field } = isBareCategory(outcome.side) ? outcome.side : factor.side;
    throw new ClaimTextError(
      `"${text}": ${field} has no more or less. Name one value, "${field} = VALUE", or ask "${field} ~ OUTCOME".`
    );
  }
  if (directed) {
    return { factor: factor.side, relation: factor.sign === outcome.sign ? 'raises' : 'lowers', outcome: outcome.side };
  }
  return { factor: factor.side, relation: link === '~' ? 'related' : 'unrelated', outcome: outcome.side };
}

const isBareCategory = ({ field, value }: ClaimSide): boolean => claimFields[field] === 'category' && !value;

function parseSide(text: string, whole: string): { side: ClaimSide; sign: 1 | -1 } {
  const [name = '', ...rest] = text.split('=');
  const words = name
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/u)
    .filter(Boolean);
  const sign = Object.hasOwn(claimQuantifiers, words[0] ?? '') ? claimQuantifiers[words.shift()!]! : 1;
  const key = words.join('_');
  const field = Object.hasOwn(claimFields, key)
    ? (key as ClaimField)
    : Object.hasOwn(claimAliases, key)
      ? claimAliases[key]
      : undefined;
  if (!field) {
    throw new ClaimTextError(`"${whole}": there is no field "${name.trim()}". Fields: ${claimFieldNames.join(', ')}.`);
  }
  const value = rest.join('=').trim();
  if (rest.length > 0 && (claimFields[field] !== 'category' || value === '')) {
    throw new ClaimTextError(
      `"${whole}": "= VALUE" needs a category and a value; ${field} is a ${claimFields[field]}.`
    );
  }
  return { side: { field, ...(value ? { value } : {}) }, sign };
}
