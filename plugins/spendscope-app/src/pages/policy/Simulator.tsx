import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, Field, Input, useStyles2 } from '@grafana/ui';
import {
  type ActionDefinition,
  type OrgRole,
  type Policy,
  type PolicyAct,
  formOfAct,
  orgRoles,
  policyActNames,
} from '@spendscope/contracts';
import { type FormEvent, type JSX, useState } from 'react';
import { policyApi } from '../../shared/api/policyApi';
import { useQuestion } from '../../shared/api/useQuestion';
import { t } from '../../shared/i18n/t';
import { DurationField } from '../../shared/interventions/DurationField';
import { inLanguage } from '../../shared/interventions/actionTexts';
import { VerdictNote } from './VerdictNote';
import { actWords, roleWords, targetTypeWords } from './policyWords';

interface SimulatorProps {
  policy: Policy;
  definitions: readonly ActionDefinition[];
  language: string;
}

/** What the policy in force says of a person’s act; nothing is done. */
export function Simulator({ policy, definitions, language }: SimulatorProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const [role, setRole] = useState<OrgRole>('Editor');
  const [login, setLogin] = useState('');
  const [act, setAct] = useState<PolicyAct>('request');
  const [definition, setDefinition] = useState(definitions[0]!);
  const [targetType, setTargetType] = useState(definition.targetTypes[0]!);
  const [durationSec, setDurationSec] = useState<number | undefined>(definition.defaultDurationSec);
  const { answer, error, busy, ask, forget } = useQuestion(policyApi.simulate);

  const { onIntervention, lasts } = formOfAct(act);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void ask({
      cases: [
        {
          role,
          // A login that no rule names stands for everybody of the role.
          login: login.trim() || '-',
          act,
          ...(onIntervention ? { action: definition.name, targetType } : {}),
          ...(lasts ? (durationSec === undefined ? { permanent: true } : { durationSec }) : {}),
        },
      ],
    });
  };

  return (
    <form onSubmit={submit}>
      <div className={styles.fields}>
        <Field noMargin label={t('policy.simulate.role', 'Role')} htmlFor="spendscope-policy-role">
          <Combobox
            id="spendscope-policy-role"
            options={orgRoles.map((value) => ({ value, label: roleWords(value) }))}
            value={role}
            onChange={({ value }) => {
              setRole(value);
              forget();
            }}
          />
        </Field>
        <Field
          noMargin
          label={t('policy.simulate.login', 'Login')}
          description={t('policy.simulate.loginHint', 'Only where a rule names people')}
          htmlFor="spendscope-policy-login"
        >
          <Input
            id="spendscope-policy-login"
            maxLength={200}
            value={login}
            onChange={(event) => {
              setLogin(event.currentTarget.value);
              forget();
            }}
          />
        </Field>
        <Field noMargin label={t('policy.simulate.act', 'Act')} htmlFor="spendscope-policy-act">
          <Combobox
            id="spendscope-policy-act"
            options={policyActNames.map((value) => ({ value, label: actWords(value) }))}
            value={act}
            onChange={({ value }) => {
              setAct(value);
              forget();
            }}
          />
        </Field>
        <Field
          noMargin
          disabled={!onIntervention}
          label={t('policy.simulate.action', 'Action')}
          htmlFor="spendscope-policy-action"
        >
          <Combobox
            id="spendscope-policy-action"
            disabled={!onIntervention}
            options={definitions.map((each) => ({ value: each.name, label: inLanguage(each.label, language) }))}
            value={definition.name}
            onChange={({ value }) => {
              const next = definitions.find(({ name }) => name === value)!;
              setDefinition(next);
              setTargetType(next.targetTypes[0]!);
              setDurationSec(next.defaultDurationSec);
              forget();
            }}
          />
        </Field>
        <Field
          noMargin
          disabled={!onIntervention}
          label={t('policy.simulate.target', 'Target')}
          htmlFor="spendscope-policy-target"
        >
          <Combobox
            id="spendscope-policy-target"
            disabled={!onIntervention}
            options={definition.targetTypes.map((value) => ({ value, label: targetTypeWords(value) }))}
            value={targetType}
            onChange={({ value }) => {
              setTargetType(value);
              forget();
            }}
          />
        </Field>
        <div className={styles.wide}>
          <DurationField
            definition={definition}
            durationSec={durationSec}
            disabled={!lasts}
            onChange={(seconds) => {
              setDurationSec(seconds);
              forget();
            }}
          />
        </div>
      </div>
      <Button type="submit" icon="play" disabled={busy}>
        {t('policy.simulate.ask', 'What would the policy say?')}
      </Button>
      <div aria-live="polite" className={styles.answer}>
        {answer && <VerdictNote policy={policy} verdict={answer.verdicts[0]!} />}
        {error && <VerdictNote policy={policy} error={error} />}
      </div>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'fields' | 'wide' | 'answer', string> => ({
  fields: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'end',
    marginBottom: theme.spacing(2),
  }),
  wide: css({ gridColumn: '1 / -1', overflowX: 'auto' }),
  answer: css({ marginTop: theme.spacing(2) }),
});
