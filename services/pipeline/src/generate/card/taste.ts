import { Random } from '@spendscope/analytics';
import { streamOf } from '../streams';
import type { WorldOptions } from '../world';
import { categories } from './categories';
import type { CardProfile } from './profile';

/** What a customer buys and where, relative to the average: factors per mid category and a favourite merchant in each. */
export interface Taste {
  factors: Float64Array;
  favourites: Uint8Array;
}

export function tasteOf(profile: CardProfile, options: WorldOptions): Taste {
  const random = new Random(options.seed, streamOf(profile.index, 'taste'));
  const factors = new Float64Array(categories.length);
  const favourites = new Uint8Array(categories.length);
  categories.forEach((category, c) => {
    factors[c] = random.logNormal(1, 0.5) * traitFactor(profile, category.large, category.mid);
    favourites[c] = random.int(category.merchants.length);
    for (const benefit of profile.cardProduct.benefits) {
      const covers = benefit.categoryLarge === category.large && (benefit.categoryMid ?? category.mid) === category.mid;
      factors[c]! *= covers ? 1.35 : 1;
    }
    factors[c]! *= profile.digitalMember && category.online > 0.5 ? 1.6 : 1;
  });
  return { factors, favourites };
}

/** How traits move a mid category; those absent are the same for all. */
const traitFactors: Record<string, (profile: CardProfile) => number> = {
  academy: ({ children }) => (children > 0 ? 5 + 2 * children : 0.08),
  'books and stationery': ({ children }) => (children > 0 ? 3 : 0.8),
  fuel: ({ hasCar }) => (hasCar ? 1.4 : 0.03),
  'car care': ({ hasCar }) => (hasCar ? 1.4 : 0.03),
  'public transport': ({ hasCar }) => (hasCar ? 0.6 : 1.8),
  games: byYouth,
  'digital services': byYouth,
  delivery: byYouth,
  cafe: byYouth,
  clinic: byAge,
  pharmacy: byAge,
  'department store': ({ age }) => (age >= 45 ? 1.8 : 0.6),
  golf: ({ age }) => (age >= 45 ? 1.8 : 0.6),
  furniture: byNewHome,
  appliances: byNewHome,
  hypermarket: ({ children, lifeStage }) => (children > 0 || lifeStage === 'young family' ? 1.6 : 0.9),
};

function traitFactor(profile: CardProfile, large: string, mid: string): number {
  if (profile.lifecycle === 'one_off_big_spender') {
    return large === 'home' || mid === 'airline' || mid === 'department store' ? 25 : 0.4;
  }
  return traitFactors[mid]?.(profile) ?? 1;
}

function byYouth({ age }: CardProfile): number {
  return age < 30 ? 1.7 : age < 50 ? 1 : 0.5;
}

function byAge({ age }: CardProfile): number {
  return age >= 60 ? 2.4 : age >= 45 ? 1.3 : 0.8;
}

function byNewHome({ lifeStage }: CardProfile): number {
  return lifeStage === 'couple' || lifeStage === 'young family' ? 1.8 : 0.9;
}
