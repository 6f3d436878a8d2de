import type { PersonaKey } from '../archetypes';
import type { PersonaLanguage, PersonaText } from './language';

const texts: Readonly<Record<PersonaKey, PersonaText>> = {
  core: {
    name: 'Core loyal',
    description: 'They buy often, recently and for much: what they do carries the business.',
    strategies: [
      {
        action: 'Thank them first: early access to new benefits before anyone else',
        channel: 'app push',
        offer: 'two weeks of early access',
        kpi: 'share who come back within 30 days',
        limit: 'at most two messages a month',
      },
      {
        action: 'Let them name what they want next, and show what came of it',
        channel: 'in-app survey',
        kpi: 'answer rate and repeat spend of those who answered',
        limit: 'one survey a quarter',
      },
      {
        action: 'Watch service quality for this group before any other',
        channel: 'customer care',
        kpi: 'time to first answer, complaints per 1,000 customers',
        limit: 'stop a campaign when complaints rise by a tenth',
      },
    ],
  },
  leaving: {
    name: 'High risk of leaving',
    description: 'They used to buy often and for good sums, and have gone quieter than their own habit.',
    strategies: [
      {
        action: 'Ask what went wrong, with one question and a direct way to a person',
        channel: 'e-mail, then a call for the largest tenth',
        kpi: 'answer rate, problems solved within a week',
        limit: 'no second call without an answer to the first',
      },
      {
        action: 'Win back with a benefit in the category they used most',
        channel: 'app push',
        offer: 'double benefit in the own top category for 30 days',
        kpi: 'share active again within 30 days against a held-out tenth',
        limit: 'stop when the held-out tenth comes back as often',
      },
      {
        action: 'Remove the reason: check open complaints and failed payments first',
        channel: 'back office',
        kpi: 'open cases older than three days',
        limit: 'no offer to anyone with an open complaint',
      },
    ],
  },
  inactive: {
    name: 'Long inactive',
    description: 'They bought seldom and for little, and that was long ago.',
    strategies: [
      {
        action: 'One low-cost reminder of what is new since they left',
        channel: 'e-mail',
        kpi: 'share who open and return within 60 days',
        limit: 'at most one message a quarter',
      },
      {
        action: 'Offer an easy way back: one step to sign in and order again',
        channel: 'landing page',
        offer: 'free delivery or no fee on the first order',
        kpi: 'cost per customer won back',
        limit: 'stop above the mean yearly margin of this group',
      },
      {
        action: 'Let go cleanly: ask whether they still want to hear from you',
        channel: 'e-mail',
        kpi: 'share of addresses that stay reachable',
        limit: 'silence means no more marketing',
      },
    ],
  },
  one_off: {
    name: 'One-off big spender',
    description: 'Few purchases, but large ones: they came for something and left.',
    strategies: [
      {
        action: 'Follow up on the purchase itself: care, accessories, service',
        channel: 'e-mail',
        kpi: 'share with a second purchase within 90 days',
        limit: 'three messages after a purchase, then silence',
      },
      {
        action: 'Show a smaller everyday use next to the large one',
        channel: 'app',
        offer: 'benefit in a second category',
        kpi: 'number of categories used after 90 days',
        limit: 'no benefit on what they would buy anyway',
      },
      {
        action: 'Remind in time for the next occasion of the same kind',
        channel: 'e-mail',
        kpi: 'orders in the four weeks around the occasion',
        limit: 'only where the occasion repeats',
      },
    ],
  },
  old_big: {
    name: 'Old big spender',
    description: 'They spent much in the past; their last purchase is long ago.',
    strategies: [
      {
        action: 'A personal letter that names what they valued, from somebody who can decide',
        channel: 'letter or call',
        kpi: 'share who answer',
        limit: 'once a year',
      },
      {
        action: 'Bring back the former level for a trial',
        channel: 'e-mail',
        offer: 'former tier for 60 days',
        kpi: 'spend in the trial against the former mean',
        limit: 'end the trial where nothing was spent in 30 days',
      },
      {
        action: 'Find out where the spend went: categories that fell first',
        channel: 'analysis',
        kpi: 'share of the fall that is explained',
        limit: 'aggregates only',
      },
    ],
  },
  middle: {
    name: 'Middle',
    description: 'Near the average in everything: the group from which others grow or fall.',
    strategies: [
      {
        action: 'Suggest one more category that similar customers use',
        channel: 'app',
        kpi: 'share who use a new category within 60 days',
        limit: 'one suggestion a month',
      },
      {
        action: 'Reward regularity rather than size',
        channel: 'app',
        offer: 'bonus for the third month in a row',
        kpi: 'months active in the half-year',
        limit: 'stop when the bonus costs more than the added margin',
      },
      {
        action: 'Move routine to self-service',
        channel: 'app',
        kpi: 'share of digital members',
        limit: 'keep a way to a person',
      },
    ],
  },
  promising: {
    name: 'Recent and promising',
    description: 'They bought lately, still seldom and for little: habits are being made now.',
    strategies: [
      {
        action: 'Welcome in three steps, each with one thing to try',
        channel: 'e-mail and app',
        kpi: 'share with a third purchase within 60 days',
        limit: 'stop after the third step',
      },
      {
        action: 'Make the second purchase easy and soon',
        channel: 'app push',
        offer: 'small benefit within 14 days',
        kpi: 'days to the second purchase against a held-out tenth',
        limit: 'one benefit per customer',
      },
      {
        action: 'Ask early what they came for',
        channel: 'one question after the purchase',
        kpi: 'answer rate',
        limit: 'never twice',
      },
    ],
  },
  fading: {
    name: 'Drifting away',
    description: 'They never bought much and have not been here for a while; some can still be reached.',
    strategies: [
      {
        action: 'Remind of the category they came for, once, while they still remember',
        channel: 'e-mail',
        kpi: 'share who return within 45 days against a held-out tenth',
        limit: 'one message, no second offer',
      },
      {
        action: 'Lower the effort: a saved basket, a one-step order',
        channel: 'app',
        kpi: 'orders finished of those begun',
        limit: 'no extra discount',
      },
      {
        action: 'Learn which first purchase leads to a second one, and show that first',
        channel: 'analysis',
        kpi: 'share of new customers with a second purchase',
        limit: 'aggregates only',
      },
    ],
  },
  active: {
    name: 'Active regulars',
    description: 'They buy recently and more often than most: the next core customers.',
    strategies: [
      {
        action: 'Show what one more step brings: how far the next level is',
        channel: 'app',
        offer: 'benefit of the next level for one month',
        kpi: 'share who reach the next level within 90 days',
        limit: 'no message to those who are further than a third away',
      },
      {
        action: 'Suggest the category that core customers add next',
        channel: 'app push',
        kpi: 'number of categories used after 60 days',
        limit: 'one suggestion a month',
      },
      {
        action: 'Answer their complaints within a day',
        channel: 'customer care',
        kpi: 'time to first answer',
        limit: 'no campaign to anyone with an open complaint',
      },
    ],
  },
  leaving_early: {
    name: 'Leaving early',
    description: 'They came lately, bought little, and leave more often than the others.',
    strategies: [
      {
        action: 'Ask within the first days what did not work',
        channel: 'one question in the app',
        kpi: 'answer rate, most frequent reason',
        limit: 'never twice',
      },
      {
        action: 'Solve complaints of new customers before all others',
        channel: 'customer care',
        kpi: 'complaints solved within two days',
        limit: 'no offer to anyone with an open complaint',
      },
      {
        action: 'Change the first weeks: fewer steps, earlier help, tried on half of them first',
        channel: 'product',
        kpi: 'share still active after 60 days against the other half',
        limit: 'stop when the other half stays as often',
      },
    ],
  },
  resting: {
    name: 'Regulars taking a pause',
    description: 'They bought often and pause at the moment; others like them mostly came back.',
    strategies: [
      {
        action: 'Remind at the time when they usually return',
        channel: 'app push',
        kpi: 'share active again within 30 days against a held-out tenth',
        limit: 'one reminder a pause',
      },
      {
        action: 'Keep what they earned visible: points, level, saved baskets',
        channel: 'e-mail',
        kpi: 'share who open',
        limit: 'no discount',
      },
      {
        action: 'Watch the length of the pause and pass on those who exceed their own habit',
        channel: 'analysis',
        kpi: 'customers who move to a leaving segment a month',
        limit: 'aggregates only',
      },
    ],
  },
};

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const tenth = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en-US');

export const english: PersonaLanguage = {
  texts,
  figures: ({ means, share, churnRate }, money) => {
    const sum = money.currency ? `${money.currency} ${whole(means.monetary)}` : whole(means.monetary);
    return `${tenth(share * 100)} % of customers; on average ${tenth(means.frequency)} orders, ${sum} ${money.of === 'spend' ? 'spent' : 'cashback'}, last order ${whole(means.recency)} days ago, ${tenth(churnRate * 100)} % gone or going.`;
  },
  rule: (bounds, broken) => {
    const said = bounds.map(({ of, is, than }) =>
      of === 'churn' ? `churn ${is} ${than} × that of all customers` : `${of} z ${is} ${than}`
    );
    const rule = `Nearest profile for which ${said.join(', ')}`;
    return broken ? `${rule}; the bounds do not hold, but no profile for which they do was left.` : `${rule}.`;
  },
};
