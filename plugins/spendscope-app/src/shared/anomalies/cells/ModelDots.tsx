import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { anomalyThreshold } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../i18n/t';
import type { ModelScore } from '../anomalyRow';

const names: Record<ModelScore['model'], () => string> = {
  isolation_forest: () => t('anomalies.model.isolation_forest', 'Isolation forest'),
  autoencoder: () => t('anomalies.model.autoencoder', 'Autoencoder'),
  lstm: () => t('anomalies.model.lstm', 'LSTM'),
};

/** In the user’s words. */
export const modelName = (model: ModelScore['model']): string => names[model]();

const saysAnomaly = ({ score }: ModelScore): boolean => (score ?? 0) >= anomalyThreshold;

/** Which models call it an anomaly: full dots do, empty ones do not, dashed ones did not score it. */
export function ModelDots({ models }: { models: readonly ModelScore[] }): JSX.Element {
  const styles = useStyles2(getStyles);
  const asked = models.filter(({ score }) => score !== undefined);
  const values = models
    .map(({ model, score }) => `${modelName(model)}: ${score?.toFixed(2) ?? t('anomalies.notScored', 'not scored')}`)
    .join(' · ');
  return (
    <span className={styles.root} title={values}>
      {models.map((model) => (
        <span
          key={model.model}
          aria-hidden="true"
          className={cx(styles.dot, saysAnomaly(model) && styles.full, model.score === undefined && styles.unasked)}
        />
      ))}
      <span>
        {t('anomalies.modelsAgree', '{{agree}} of {{asked}}', {
          agree: models.filter(saysAnomaly).length,
          asked: asked.length,
        })}
      </span>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'root' | 'dot' | 'full' | 'unasked', string> => ({
  root: css({
    display: 'inline-flex',
    whiteSpace: 'nowrap',
    alignItems: 'center',
    gap: 3,
    '& > :last-child': { marginLeft: theme.spacing(0.5) },
  }),
  dot: css({
    width: 10,
    height: 10,
    borderRadius: theme.shape.radius.circle,
    border: `1px solid ${theme.colors.text.primary}`,
  }),
  full: css({ background: theme.colors.text.primary }),
  unasked: css({ borderStyle: 'dashed', borderColor: theme.colors.text.disabled }),
});
