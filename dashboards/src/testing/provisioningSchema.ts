import Type, { type TProperties } from 'typebox';

/** What Grafana takes of the files under provisioning/alerting: names that it does not know are refused, not overlooked. */
const only = <Properties extends TProperties>(properties: Properties): ReturnType<typeof Type.Object<Properties>> =>
  Type.Object(properties, { additionalProperties: false }) as never;
const text = Type.String({ minLength: 1 });
/** A secret or an address comes from the environment by name. */
const variable = Type.String({ pattern: '^\\$[A-Z][A-Z_]+$' });
const duration = Type.String({ pattern: '^[0-9]+[smh]$' });
const uid = Type.String({ pattern: '^[a-zA-Z0-9_-]{1,40}$' });
const orgId = Type.Literal(1);
const texts = Type.Record(Type.String(), Type.String());
const template = Type.String({ pattern: '^\\{\\{ template "[a-z.]+" \\. \\}\\}$' });

const receiver = (type: string, settings: TProperties): ReturnType<typeof only> =>
  only({ uid, type: Type.Literal(type), disableResolveMessage: Type.Boolean(), settings: only(settings) });

const contactPoint = only({
  orgId,
  name: text,
  receivers: Type.Array(
    Type.Union([
      receiver('webhook', {
        url: Type.String({ pattern: '^\\$[A-Z_]+/' }),
        httpMethod: Type.Literal('POST'),
        hmacConfig: only({ secret: variable, header: text, timestampHeader: text }),
      }),
      receiver('email', { addresses: variable, singleEmail: Type.Boolean(), subject: template, message: template }),
      receiver('slack', { url: variable, title: template, text: template }),
      receiver('pagerduty', {
        integrationKey: variable,
        severity: Type.Enum(['critical', 'error', 'warning', 'info']),
        class: text,
        summary: template,
        details: Type.Record(Type.String(), template),
      }),
    ]),
    { minItems: 1 }
  ),
});

const matcher = Type.Tuple([text, Type.Enum(['=', '!=', '=~', '!~']), Type.String()]);
const policy = only({
  orgId,
  receiver: text,
  group_by: Type.Array(text),
  group_wait: duration,
  group_interval: duration,
  repeat_interval: duration,
  routes: Type.Optional(
    Type.Array(
      only({
        receiver: text,
        object_matchers: Type.Array(matcher, { minItems: 1 }),
        continue: Type.Boolean(),
        mute_time_intervals: Type.Optional(Type.Array(text)),
      })
    )
  ),
});

const clock = Type.String({ pattern: '^([01][0-9]|2[0-4]):[0-5][0-9]$' });
const muteTime = only({
  orgId,
  name: text,
  time_intervals: Type.Array(
    only({
      times: Type.Optional(Type.Array(only({ start_time: clock, end_time: clock }))),
      weekdays: Type.Array(Type.String({ pattern: '^[a-z]+day(:[a-z]+day)?$' })),
      location: Type.String({ pattern: '^[A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+$' }),
    }),
    { minItems: 1 }
  ),
});

const group = only({
  orgId,
  name: text,
  folder: text,
  interval: duration,
  rules: Type.Array(
    only({
      uid,
      title: Type.String({ minLength: 1, maxLength: 190 }),
      condition: text,
      data: Type.Array(
        only({
          refId: text,
          datasourceUid: text,
          relativeTimeRange: only({ from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 0 }) }),
          model: Type.Record(Type.String(), Type.Unknown()),
        }),
        { minItems: 2 }
      ),
      noDataState: Type.Enum(['OK', 'NoData', 'Alerting', 'KeepLast']),
      execErrState: Type.Enum(['OK', 'Error', 'Alerting', 'KeepLast']),
      for: duration,
      keepFiringFor: Type.Optional(duration),
      annotations: texts,
      labels: texts,
      isPaused: Type.Boolean(),
    }),
    { minItems: 1 }
  ),
});

/** One file under provisioning/alerting. */
export const AlertingFile = only({
  apiVersion: Type.Literal(1),
  groups: Type.Optional(Type.Array(group)),
  contactPoints: Type.Optional(Type.Array(contactPoint)),
  policies: Type.Optional(Type.Array(policy)),
  muteTimes: Type.Optional(Type.Array(muteTime)),
  templates: Type.Optional(Type.Array(only({ orgId, name: text, template: text }))),
});
