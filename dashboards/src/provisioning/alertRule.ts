import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type { DataSource } from '../dataSources';

/** What people read of a rule, in one language. */
export interface RuleWords {
  /** At most 300 characters; the policy's alert rules name the English one. */
  title: string;
  summary: string;
  description: string;
}

/**
 * A rule on what is stored, whoever asks it: Grafana's rules and Elasticsearch's watches are both written from it. It
 * counts the documents of each group over a time that ends now, and fires for each group that has enough of them.
 */
export interface AlertRule {
  uid: string;
  source: DataSource;
  /** Lucene */
  filter: string;
  /** Keyword field that groups the documents, and how many of the largest groups are judged. */
  by: string;
  groups: number;
  /** Seconds that are looked back on. */
  within: number;
  /** Documents from which a group fires. */
  atLeast: number;
  /** Where given, the mean of a number has to lie above a bound as well. */
  mean?: { field: string; above: number };
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
