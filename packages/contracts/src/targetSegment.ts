import type { Customer } from './indices/customers';

/** A segment that somebody may want to win: values of traits, any of each. */
export interface TraitSegment {
  name: string;
  traits: {
    [Trait in 'grade' | 'age_band' | 'region']?: readonly NonNullable<Customer[Trait]>[];
  };
  /** school-age children at least */
  children?: number;
}

/** The segment that the dashboard on target segments begins with, and that findings of a run are about. */
export const targetSegment: TraitSegment = {
  name: 'Forties, gold, Seoul and Gyeonggi, school-age children',
  traits: { grade: ['gold'], age_band: ['40s'], region: ['Seoul', 'Gyeonggi'] },
  children: 1,
};
