import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, Input, TextArea, useStyles2 } from '@grafana/ui';
import type { ReasonCode } from '@spendscope/contracts';
import { type JSX, type ReactNode, useId } from 'react';
import { t } from '../i18n/t';
import { ReasonCodeField } from './ReasonCodeField';
import { type InterventionForm, formFaults, leastComment } from './requestOf';

interface ReasonFieldsProps {
  form: InterventionForm;
  onChange: (form: InterventionForm) => void;
  reasonCodes: readonly ReasonCode[];
  disabled: boolean;
  /** Whether what is missing is already said: after the first try to send. */
  showFaults: boolean;
  withTicket?: boolean;
  /** Stands beside the reason. */
  children?: ReactNode;
}

/** Reason (required), comment (required for `other`) and ticket. The focus starts on the reason. */
export function ReasonFields(props: ReasonFieldsProps): JSX.Element {
  const { form, onChange, reasonCodes, disabled, showFaults, withTicket = false, children } = props;
  const styles = useStyles2(getStyles);
  const id = useId();
  const faults = showFaults ? formFaults(form) : [];
  return (
    <div className={styles.fields}>
      <ReasonCodeField
        reasonCode={form.reasonCode}
        reasonCodes={reasonCodes}
        disabled={disabled}
        showFault={faults.includes('reason')}
        onChange={(reasonCode) => onChange({ ...form, reasonCode })}
      />
      {children}
      <Field
        noMargin
        htmlFor={`${id}comment`}
        label={t('interventions.form.comment', 'Comment')}
        description={t('interventions.form.commentHint', 'Needed for “other”, {{count}} characters or more', {
          count: leastComment,
        })}
        required={form.reasonCode === 'other'}
        invalid={faults.includes('comment')}
        error={t('interventions.form.commentMissing', 'Say why in {{count}} characters or more.', {
          count: leastComment,
        })}
      >
        <TextArea
          id={`${id}comment`}
          rows={2}
          maxLength={1000}
          disabled={disabled}
          value={form.comment}
          onChange={(event) => onChange({ ...form, comment: event.currentTarget.value })}
        />
      </Field>
      {withTicket && (
        <Field
          noMargin
          htmlFor={`${id}ticket`}
          label={t('interventions.form.ticket', 'Ticket')}
          description={t('interventions.form.ticketHint', 'Optional')}
        >
          <Input
            id={`${id}ticket`}
            maxLength={100}
            disabled={disabled}
            value={form.ticket}
            // The API takes only what ticket systems use; other characters are not worth an error.
            onChange={(event) =>
              onChange({ ...form, ticket: event.currentTarget.value.replace(/[^A-Za-z0-9#_./-]/g, '') })
            }
          />
        </Field>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'fields', string> => ({
  fields: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
    gap: theme.spacing(2),
    alignItems: 'start',
    marginBottom: theme.spacing(2),
  }),
});
