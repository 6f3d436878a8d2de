import type { Random } from '@spendscope/analytics';
import type { CardCustomer } from '../columns';
import { drawName } from '../names';
import type { Grade } from './grades';
import type { CardProfile } from './profile';

/** The customer's line in customers.csv. Name and card number are drawn here: nothing else needs them. */
export function customerRow(profile: CardProfile, grade: Grade, random: Random): CardCustomer {
  const yearsWithUs = profile.lifecycle === 'new' ? 0 : random.between(1, 12);
  const joined = new Date((profile.from - yearsWithUs * 365 * 86_400) * 1000);
  return {
    customer_id: profile.customerId,
    name: drawName(random),
    age: profile.age,
    sex: profile.sex,
    region: profile.home.region.name,
    grade,
    life_stage: profile.lifeStage,
    children: profile.children,
    digital_member: profile.digitalMember,
    card_product: profile.cardProduct.id,
    annual_fee: profile.cardProduct.annualFee,
    joined_at: joined.toISOString().slice(0, 10),
    card_number: fakeCardNumber(profile.index, random),
  };
}

/**
 * Sixteen digits that pass the Luhn check and belong to nobody: ISO/IEC 7812 leaves numbers that start with 9 to
 * national use by the country whose code follows, and 999 is no country's code.
 */
function fakeCardNumber(index: number, random: Random): string {
  const body = `9999${String(index).padStart(8, '0')}${String(random.int(1000)).padStart(3, '0')}`;
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const digit = Number(body[14 - i]);
    sum += i % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
}
