import { indices } from '@spendscope/contracts';

const spend = indices.transactions.fields;
const person = indices.customers.fields;

/** Fields that dashboards cut by, and those that say what kind of data this is. */
export const askedFields = {
  transactions: [
    spend.user_id,
    spend.grade,
    spend.age_band,
    spend.region,
    spend.sex,
    spend.life_stage,
    spend.category_large,
    spend.category_mid,
    spend.merchant,
    spend.channel,
    spend.card_product,
    spend.digital_member,
    spend.children,
    spend.country,
    spend.geo,
  ],
  customers: [
    person.grade,
    person.age_band,
    person.region,
    person.shop.preferred_category,
    person.shop.payment,
    person.shop.complained,
    person.shop.cashback,
    person.shop.satisfaction,
    person.shop.city_tier,
    person.shop.order_growth,
    person.shop.days_since_order,
    person.shop.device,
    person.shop.marital_status,
    person.shop.app_hours,
    person.sex,
    person.life_stage,
    person.card_product,
    person.churned,
  ],
} as const;

/** Those of the asked fields that at least one document of the loaded data has. No transactions: an empty list. */
export interface Facts {
  transactions: readonly string[];
  customers: readonly string[];
}

export const hasTransactions = (facts: Facts): boolean => facts.transactions.includes(spend.user_id);

interface Dimension {
  field: string;
  /** As a column and in the middle of a sentence. */
  label: string;
}

/** The first of some dimensions that the data has: what it lacks is shown by what comes nearest. */
export const firstOf = <Choice extends Dimension>(
  choices: readonly Choice[],
  present: readonly string[]
): Choice | undefined => choices.find(({ field }) => present.includes(field));

/** What the demo's card world has: everything that spend is cut by, and no behaviour of an online shop. */
export const cardFacts: Facts = {
  transactions: askedFields.transactions,
  customers: [person.grade, person.age_band, person.region, person.sex, person.life_stage, person.card_product],
};
