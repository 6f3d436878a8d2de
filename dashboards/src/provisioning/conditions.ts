import type { AlertRule } from './alertRule';

/** A number that a rule asks for: of now, or of before. */
export type Figure = 'documents' | 'mean' | 'documentsBefore' | 'meanBefore';

/** What has to hold, all of it, for a rule to fire: `a − factor × b` beyond a bound. */
export interface Condition {
  figure: Figure;
  /** what is taken off */
  less?: { figure: Figure; factor: number };
  sign: '>' | '>=' | '<';
  bound: number;
}

/** The conditions of a rule, in the order in which people read them. */
export function conditionsOf({ mean, atLeast, fewerThan, before }: AlertRule): Condition[] {
  const conditions: Condition[] = [];
  if (mean?.above !== undefined) {
    conditions.push({ figure: 'mean', sign: '>', bound: mean.above });
  }
  if (atLeast !== undefined) {
    conditions.push({ figure: 'documents', sign: '>=', bound: atLeast });
  }
  if (fewerThan !== undefined) {
    conditions.push({ figure: 'documents', sign: '<', bound: fewerThan });
  }
  // Ahead of what needs a mean of then: without documents there is none.
  if (before?.atLeast !== undefined) {
    conditions.push({ figure: 'documentsBefore', sign: '>=', bound: before.atLeast });
  }
  if (before?.meanRisesBy !== undefined) {
    conditions.push({ figure: 'mean', less: { figure: 'meanBefore', factor: 1 }, sign: '>', bound: before.meanRisesBy });
  }
  if (before?.moreThanTimes !== undefined) {
    const factor = before.moreThanTimes / before.windows.length;
    conditions.push({ figure: 'documents', less: { figure: 'documentsBefore', factor }, sign: '>', bound: 0 });
  }
  return conditions;
}

/** As a formula of which `name` writes the figures; Grafana's expressions and Painless read it alike. */
export function formulaOf(conditions: readonly Condition[], name: (figure: Figure) => string): string {
  return conditions
    .map(({ figure, less, sign, bound }) => {
      const taken = less ? ` - ${less.factor === 1 ? '' : `${less.factor} * `}${name(less.figure)}` : '';
      return `${name(figure)}${taken} ${sign} ${bound}`;
    })
    .join(' && ');
}

/** The figures that conditions speak of, each once. */
export function figuresOf(conditions: readonly Condition[]): Figure[] {
  return [...new Set(conditions.flatMap(({ figure, less }) => (less ? [figure, less.figure] : [figure])))];
}
