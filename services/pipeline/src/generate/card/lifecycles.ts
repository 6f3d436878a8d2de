/** How a customer's relation with the card goes; the planted truth behind segments and churn. */
export interface Lifecycle {
  share: number;
  /** transactions a day and mean amount, relative to a middle customer */
  activity: number;
  ticket: number;
  /** When the active time starts and ends, as shares of the history counted back from its end (1 or more = its start). */
  starts: readonly [number, number];
  ends: readonly [number, number];
  /** part of the active time over which activity declines to nothing */
  decline: number;
  churned: boolean;
}

export const lifecycles = {
  core: { share: 17, activity: 2.1, ticket: 1.25, starts: [0.15, 1.25], ends: [0, 0], decline: 0, churned: false },
  middle: { share: 47, activity: 0.9, ticket: 1, starts: [0.3, 1.7], ends: [0, 0], decline: 0, churned: false },
  leaving: { share: 8, activity: 1.1, ticket: 1, starts: [1, 1], ends: [0.1, 0.25], decline: 0.45, churned: true },
  inactive: { share: 7, activity: 0.6, ticket: 0.8, starts: [1, 1], ends: [0.4, 0.8], decline: 0.3, churned: true },
  old_big_spender: { share: 4, activity: 1.4, ticket: 2.2, starts: [1, 1], ends: [0.2, 0.6], decline: 0.2, churned: true },
  one_off_big_spender: { share: 8, activity: 1, ticket: 2.2, starts: [0.1, 0.95], ends: [0.15, 0.75], decline: 0, churned: false },
  new: { share: 9, activity: 1.1, ticket: 0.9, starts: [0.03, 0.25], ends: [0, 0], decline: 0, churned: false },
} as const satisfies Record<string, Lifecycle>; // prettier-ignore

export type LifecycleName = keyof typeof lifecycles;

export const churnCauses = ['annual_fee', 'rival_card', 'service_complaint', 'moved_away', 'spends_less'] as const;
