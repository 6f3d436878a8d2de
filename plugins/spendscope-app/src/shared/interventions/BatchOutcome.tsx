import { Alert } from '@grafana/ui';
import type { BatchResult } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../i18n/t';
import { stateDiffers } from './stateDiffers';
import { targetKey } from './targets';

/** How many of a batch are in force, and why the others are not. */
export function BatchOutcome({ result }: { result: BatchResult }): JSX.Element {
  const failed = result.items.filter((item) => item.problem);
  return (
    <Alert
      severity={failed.length > 0 ? 'warning' : 'success'}
      title={t('interventions.bulk.outcome', '{{done}} of {{count}} accepted', {
        done: result.items.length - failed.length,
        count: result.items.length,
      })}
      role="status"
    >
      {failed.length > 0 && (
        <ul>
          {failed.map((item) => (
            <li key={targetKey(item.target)}>
              {item.target.id}:{' '}
              {stateDiffers(item) && (
                <strong>{t('interventions.bulk.changed', 'changed meanwhile, nothing done.')} </strong>
              )}
              {item.problem?.detail}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
