import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type { DataSource } from '../dataSources';

/** What people read of a rule, in one language. */
export interface RuleWords {
  /** At most 300 characters; the policy's alert rules name the English one. */
  title: string;
  summary: string;
  description: string;
}

/** Seconds ago: from the older end to the newer. */
export type Window = readonly [from: number, to: number];

/** Earlier times that a rule holds the present against; it fires where all that is given differs as said. */
export interface Before {
  windows: readonly Window[];
  /** The mean has to lie above the mean of then by more than this. */
  meanRisesBy?: number;
  /** There have to be more than so many times the documents of a window of then, on average. */
  moreThanTimes?: number;
  /** Documents that there have to be of then. */
  atLeast?: number;
}

/**
 * A rule on what is stored, whoever asks it: Grafana's rules and Elasticsearch's watches are both written from it. It
 * counts the documents of each group over a time that ends now, and fires for each group for which all holds that is given.
 */
export interface AlertRule {
  uid: string;
  source: DataSource;
  /** Lucene */
  filter: string;
  /** Keyword field that groups the documents; without it all are one group, which is there even where it is empty. */
  by?: string;
  /** How many of the largest groups are judged. */
  groups: number;
  /** Seconds that are looked back on. */
  within: number;
  /** Documents from which a group fires. */
  atLeast?: number;
  /** Documents below which it fires. */
  fewerThan?: number;
  /** A number whose mean matters: it has to lie above a bound, or above that of before. */
  mean?: { field: string; above?: number };
  before?: Before;
  /** How long it has to hold before Grafana tells, and goes on after it ended: durations such as `5m`. */
  holdsFor: string;
  keepsFiringFor?: string;
  severity: 'warning' | 'critical';
  part?: string;
  /** The dashboard that an alert leads to, and the title of the panel there that draws the rule. */
  board: dashboard.Dashboard;
  panel: string;
  words: { en: RuleWords; ko: RuleWords };
}

export interface RuleGroup {
  name: string;
  rules: readonly AlertRule[];
}
