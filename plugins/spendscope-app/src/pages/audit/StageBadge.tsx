import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { AuditRecord } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';

const colors: Record<AuditRecord['stage'], BadgeColor> = {
  Received: 'blue',
  Decided: 'blue',
  Executed: 'blue',
  Completed: 'green',
  Denied: 'red',
  Failed: 'red',
};

const icons: Record<AuditRecord['stage'], IconName> = {
  Received: 'import',
  Decided: 'process',
  Executed: 'process',
  Completed: 'check',
  Denied: 'ban',
  Failed: 'exclamation-circle',
};

/** The stage of a recorded act. */
export function StageBadge({ stage }: { stage: AuditRecord['stage'] }): JSX.Element {
  const words: Record<AuditRecord['stage'], string> = {
    Received: t('audit.stage.Received', 'Received'),
    Decided: t('audit.stage.Decided', 'Decided'),
    Executed: t('audit.stage.Executed', 'Executed'),
    Completed: t('audit.stage.Completed', 'Completed'),
    Denied: t('audit.stage.Denied', 'Denied'),
    Failed: t('audit.stage.Failed', 'Failed'),
  };
  return <Badge color={colors[stage]} icon={icons[stage]} text={words[stage]} />;
}
