import { customerVariable } from '../../anomalyOperations';
import { dataSources } from '../../dataSources';

export const messageLocales = ['en', 'ko'] as const;
export type MessageLocale = (typeof messageLocales)[number];

interface Wording {
  firing: string;
  resolved: string;
  severity: string;
  since: string;
  open: string;
  silence: string;
  /** The annotations of a rule that hold its text in this language. */
  title: string;
  summary: string;
  description: string;
}

const wordings: Record<MessageLocale, Wording> = {
  en: {
    firing: 'Firing',
    resolved: 'Resolved',
    severity: 'Severity',
    since: 'Since',
    open: 'Open what it is about',
    silence: 'Silence it',
    title: 'title',
    summary: 'summary',
    description: 'description',
  },
  ko: {
    firing: '발생',
    resolved: '해소',
    severity: '심각도',
    since: '시작',
    open: '해당 내역 열기',
    silence: '알림 멈추기',
    title: 'title_ko',
    summary: 'summary_ko',
    description: 'description_ko',
  },
};

type Part = 'title' | 'message';
const nameOf = (part: Part, locale: MessageLocale): string => `spendscope.${part}.${locale}`;

/** What a contact point’s setting says to take a template of ours. */
export const template = (part: Part, locale: MessageLocale): string => `{{ template "${nameOf(part, locale)}" . }}`;

/** The rule per customer groups by this field; alerts of other rules have no such label. */
const customer = dataSources.anomalies.index.fields.user_id;

/**
 * Go templates of a language, in Go’s own functions only. No dollar sign stands in them, which provisioning could take for a
 * variable of the environment. Grafana’s DashboardURL ends with the organisation and the alert’s time, so that the customer
 * is one more variable of the dashboard. A rule without a text of its own, say one of the operator’s, goes by its name.
 */
function templates(locale: MessageLocale): string {
  const { firing, resolved, severity, since, open, silence, title, summary, description } = wordings[locale];
  const status = `{{ if eq .Status "firing" }}${firing}{{ else }}${resolved}{{ end }}`;
  return `{{ define "${nameOf('title', locale)}" -}}
[Spendscope] ${status}: {{ or .CommonAnnotations.${title} .CommonLabels.alertname }} ({{ len .Alerts }})
{{- end }}
{{ define "${nameOf('message', locale)}" -}}
{{ range .Alerts -}}
${status}: {{ or .Annotations.${summary} .Labels.alertname }}
{{ with .Annotations.${description} }}{{ . }}
{{ end -}}
${severity}: {{ .Labels.severity }}
${since}: {{ .StartsAt.UTC.Format "2006-01-02 15:04 MST" }}
{{ if .DashboardURL }}${open}: {{ .DashboardURL }}{{ with .Labels.${customer} }}&var-${customerVariable}={{ urlquery . }}{{ end }}
{{ end -}}
{{ if .SilenceURL }}${silence}: {{ .SilenceURL }}
{{ end }}
{{ end }}
{{- end }}
`;
}

/** `provisioning/alerting`: title and message of what people are told, in each language. */
export const messageTemplates = (): object => ({
  apiVersion: 1,
  templates: messageLocales.map((locale) => ({ orgId: 1, name: `spendscope-${locale}`, template: templates(locale) })),
});
