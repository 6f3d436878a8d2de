import type { JobCondition, JobOccurrence } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';

export function stateWords(state: JobOccurrence['state']): string {
  const words: Record<JobOccurrence['state'], string> = {
    queued: t('jobs.state.queued', 'Waiting'),
    running: t('jobs.state.running', 'Running'),
    succeeded: t('jobs.state.succeeded', 'Succeeded'),
    failed: t('jobs.state.failed', 'Failed'),
    cancelled: t('jobs.state.cancelled', 'Cancelled'),
    skipped: t('jobs.state.skipped', 'Skipped'),
  };
  return words[state];
}

export function conditionWords(condition: JobCondition): string {
  const words: Record<JobCondition, string> = {
    good: t('jobs.condition.good', 'On schedule'),
    running: t('jobs.condition.running', 'Running'),
    late: t('jobs.condition.late', 'Late'),
    failed: t('jobs.condition.failed', 'Last run failed'),
    never: t('jobs.condition.never', 'Never ran'),
    disabled: t('jobs.condition.disabled', 'Switched off'),
  };
  return words[condition];
}

/** Why it came to that, where the state does not say it. */
export function reasonWords({ reason, exit_code: code }: JobOccurrence): string | undefined {
  switch (reason) {
    case 'exit_code':
      return t('jobs.reason.exitCode', 'exit code {{code}}', { code: code ?? '–' });
    case 'timed_out':
      return t('jobs.reason.timedOut', 'it took too long');
    case 'lost':
      return t('jobs.reason.lost', 'its scheduler went away');
    case 'not_started':
      return t('jobs.reason.notStarted', 'it could not be started');
    case 'overlap':
      return t('jobs.reason.overlap', 'the one before was not over');
    case 'missed':
      return t('jobs.reason.missed', 'nobody was there for it');
    case 'asked':
      return t('jobs.reason.asked', 'as asked');
    case 'replaced':
      return t('jobs.reason.replaced', 'the next one took its place');
    case 'scheduler_stopped':
      return t('jobs.reason.stopped', 'the scheduler was stopped');
    default:
      return undefined;
  }
}

export function triggerWords({ trigger, requested_by: by, folded }: JobOccurrence): string {
  switch (trigger) {
    case 'schedule':
      return t('jobs.trigger.schedule', 'schedule');
    case 'missed':
      return folded
        ? t('jobs.trigger.missedMore', 'missed, with {{count}} more', { count: folded })
        : t('jobs.trigger.missed', 'missed');
    case 'person':
      return by?.login ?? t('jobs.trigger.person', 'a person');
    default:
      return t('jobs.trigger.command', 'command line');
  }
}

/** `40 s`, `3 min 5 s`, `2 h 10 min`. */
export function lengthWords(seconds: number): string {
  if (seconds < 60) {
    return t('jobs.length.seconds', '{{seconds}} s', { seconds });
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? t('jobs.length.minutes', '{{minutes}} min {{seconds}} s', { minutes, seconds: seconds % 60 })
    : t('jobs.length.hours', '{{hours}} h {{minutes}} min', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
