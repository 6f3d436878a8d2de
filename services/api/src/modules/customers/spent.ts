import type { Transaction } from '@spendscope/contracts';

/** What money is spent by; deposits, bets and their like are none of it. */
export const spent: Transaction['type'][] = ['purchase', 'refund'];
