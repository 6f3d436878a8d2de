import Type, { type Static } from 'typebox';
import { Estimate } from '../api/estimate';
import { CustomerSelection } from '../selections/selection';
import { CardDesign } from './cardDesign';

const strict = { additionalProperties: false } as const;
const share = (description: string, most = 1): ReturnType<typeof Type.Number> => Type.Number({ minimum: 0, maximum: most, description }); // prettier-ignore
const money = (description: string): ReturnType<typeof Type.Number> =>
  Type.Number({ minimum: 0, maximum: 1e12, description });

/** A segment of fewer customers is not simulated: its figures would be those of persons. */
export const leastOfSimulation = 20;

/** What nobody can read from spend: every one of them is the planner's to state. */
export const BenefitAssumptions = Type.Object(
  {
    takers: Type.Enum(['anybody', 'who gains'], {
      description: 'whom the card draws: customers alike, or only those to whom it pays more than its fee',
    }),
    takeUp: share('of those customers who take the card'),
    moreSpend: share('what takers spend more in the rewarded categories because of the card, of what they spend there now', 5), // prettier-ignore
    merchantFee: share('of spend that the company keeps of what merchants pay', 0.1),
    costOfSpend: share('of spend: funding, losses, processing', 0.1),
    yearlyCost: money('of a card a year: service, statements'),
    newCardCost: money('of a card once: making, sending, advertising'),
    years: Type.Number({ minimum: 1, maximum: 10, description: 'over which the cost of a new card is spread' }),
  },
  strict
);
export type BenefitAssumptions = Static<typeof BenefitAssumptions>;

/** To begin with; invented, as no figure of a real issuer is public. Money in KRW. */
export const usualAssumptions: BenefitAssumptions = {
  takers: 'who gains',
  takeUp: 0.1,
  moreSpend: 0.1,
  merchantFee: 0.015,
  costOfSpend: 0.006,
  yearlyCost: 3_000,
  newCardCost: 15_000,
  years: 5,
};

/** Body of `POST /v1/simulations/benefits`: cards for a segment, each by itself. */
export const BenefitSimulation = Type.Object(
  {
    segment: CustomerSelection,
    cards: Type.Array(CardDesign, { minItems: 1, maxItems: 4 }),
    assumptions: BenefitAssumptions,
  },
  strict
);
export type BenefitSimulation = Static<typeof BenefitSimulation>;

const Overlap = Type.Object({
  card: Type.String({ description: 'name of a card that there is already' }),
  holders: Type.Number({ description: 'share of the segment that holds it' }),
  paysAlready: Type.Number({
    description: 'share of the design’s cashback that it would pay to its holders as well, 0 to 1',
  }),
});

const CardOutcome = Type.Object({
  name: Type.String(),
  /** money of a year */
  customer: Type.Object({
    cashback: Estimate,
    fee: Type.Number(),
    gain: Type.Object(Estimate.properties, { description: 'cashback less fee, of a taker on average' }),
    gaining: Type.Number({ description: 'share of the segment to whom it pays more than its fee' }),
  }),
  company: Type.Object({
    takers: Type.Number(),
    feeIncome: Type.Number(),
    spendIncome: Type.Number({ description: 'of the spend that the card brings anew, less its cost' }),
    keptIncome: Type.Number({
      description: 'of rewarded spend that was there before, less its cost; not in the margin',
    }),
    cashback: Type.Number(),
    cost: Type.Number({ description: 'of cards, a year' }),
    margin: Type.Object(Estimate.properties, { description: 'fee and new spend less cashback and cost' }),
  }),
  benefits: Type.Array(
    Type.Object({
      category: Type.String(),
      spend: Type.Number({ description: 'of a taker in a year' }),
      cashback: Type.Number({ description: 'of a taker in a year' }),
      capped: Type.Number({ description: 'share of takers’ months with spend there in which the cap holds' }),
    })
  ),
  overlap: Type.Array(Overlap),
  pays: Type.Enum(['both', 'customer only', 'company only', 'neither', 'cannot tell'], {
    description: 'for whom, where the whole interval lies on one side of zero',
  }),
});
export type CardOutcome = Static<typeof CardOutcome>;

/** Answer: what each card would be for customers and for the company in a year, from the spend of the last one. */
export const BenefitOutcome = Type.Object({
  runId: Type.String(),
  customers: Type.Integer({ description: 'of the segment' }),
  sampled: Type.Integer({ description: 'of them whose spend was read, drawn by their tokens' }),
  from: Type.String(),
  to: Type.String({ description: 'the newest transaction' }),
  currency: Type.String(),
  cards: Type.Array(CardOutcome),
});
export type BenefitOutcome = Static<typeof BenefitOutcome>;
