import { dataSources } from './dataSources';

const field = dataSources.anomalies.index.fields;

/** What nobody suppressed: a suppression ends by itself, in every query at once. */
export const notSuppressed = `NOT ${field.suppressed_until}:{now TO *}`;

/**
 * What the alert rules ask about: transactions only, as a customer's own document sums up transactions that have been
 * counted; neither what is suppressed nor what people called a false alarm.
 */
export const alarming = `${field.entity_type}:transaction AND ${notSuppressed} AND NOT ${field.label}:false_positive`;
