import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { ListedModel, ListedModelVersion, ModelRequest } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { t } from '../../shared/i18n/t';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { AskDialog } from './AskDialog';
import { DecisionDialog } from './DecisionDialog';
import { HistoryTable } from './HistoryTable';
import { VersionDialog } from './VersionDialog';
import { VersionTable } from './VersionTable';
import { WaitingRequest } from './WaitingRequest';
import { modelWords } from './modelWords';

interface ModelSectionProps {
  model: ListedModel;
  login?: string;
  mayOperate: boolean;
  /** Why nothing may be asked for or decided now. */
  refusal?: string;
  onOutcome: (message: string) => void;
}

type Open =
  | { kind: 'look'; version: ListedModelVersion }
  | { kind: 'promote'; version: ListedModelVersion }
  | { kind: 'rollback' }
  | { kind: 'decide'; request: ModelRequest };

/** One model: what is live, what else there is, what waits, and how it came about. */
export function ModelSection({ model, login, mayOperate, refusal, onOutcome }: ModelSectionProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const own = useStyles2(getStyles);
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const done = (message: string): void => {
    close();
    onOutcome(message);
  };
  const { live, rollbackTo, problem } = model;
  return (
    <Section
      boxed
      title={modelWords(model.name)}
      note={
        live ? t('models.liveIs', 'Live: {{version}}', { version: live.version }) : t('models.noLive', 'None is live')
      }
    >
      {problem && (
        <Alert severity="error" title={t('models.broken', 'The history of this model is not believed')}>
          {problem}
        </Alert>
      )}
      {model.requests.map((request) => (
        <WaitingRequest
          key={request.id}
          request={request}
          seq={model.seq}
          own={request.requested_by.login === login}
          mayDecide={mayOperate}
          refusal={refusal}
          onDecide={() => setOpen({ kind: 'decide', request })}
          onTakenBack={onOutcome}
        />
      ))}
      <VersionTable
        model={model}
        refusal={refusal}
        onLook={(version) => setOpen({ kind: 'look', version })}
        onPromote={(version) => setOpen({ kind: 'promote', version })}
      />
      {model.moreVersions > 0 && (
        <p className={styles.quiet}>
          {t('models.more', '{{count}} older versions are not shown; “spendscope models list” has them all.', {
            count: model.moreVersions,
            defaultValue_one: '{{count}} older version is not shown; “spendscope models list” has them all.',
          })}
        </p>
      )}
      <div className={own.history}>
        <h3>{t('models.history.title', 'What was live, and why?')}</h3>
        {rollbackTo && (
          <Button
            size="sm"
            variant="secondary"
            icon="history"
            disabled={refusal !== undefined}
            tooltip={refusal}
            onClick={() => setOpen({ kind: 'rollback' })}
          >
            {t('models.rollback', 'Roll back to {{version}}…', { version: rollbackTo.version })}
          </Button>
        )}
      </div>
      {!problem && <HistoryTable name={model.name} seq={model.seq} />}
      {open?.kind === 'look' && <VersionDialog version={open.version} onDismiss={close} />}
      {open?.kind === 'promote' && <AskDialog model={model} version={open.version} onDone={done} onDismiss={close} />}
      {open?.kind === 'rollback' && <AskDialog model={model} onDone={done} onDismiss={close} />}
      {open?.kind === 'decide' && (
        <DecisionDialog model={model} request={open.request} onDone={done} onDismiss={close} />
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'history', string> => ({
  history: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 0, 0.5),
    '& h3': {
      margin: 0,
      fontSize: theme.typography.body.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
    },
  }),
});
