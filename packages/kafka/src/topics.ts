/** Topics by what their messages are; every name can be configured. */
export const topics = {
  transactions: 'spendscope.transactions',
  logins: 'spendscope.logins',
  apiCalls: 'spendscope.api-calls',
  /** Messages that could not be read or stored, with the reason in their headers. */
  deadLetters: 'spendscope.dead-letters',
  interventions: 'spendscope.interventions',
} as const;
