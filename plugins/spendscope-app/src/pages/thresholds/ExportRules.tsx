import { Button, useStyles2 } from '@grafana/ui';
import { anomalyThreshold } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { saveFile } from '../../shared/data/saveFile';
import { t } from '../../shared/i18n/t';
import { NumberField } from '../NumberField';
import { getPageStyles } from '../page.styles';

/** The rules with a threshold of one’s own, as files: who runs Grafana puts them where it reads them. */
export function ExportRules({ suggested }: { suggested: number | undefined }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const [chosen, setChosen] = useState<number>();
  const threshold = chosen ?? suggested ?? anomalyThreshold;
  const save = async (wanted: (name: string) => boolean): Promise<void> => {
    // Dashboards, of which the rules name panels: nobody loads them before.
    const { exportedRules } = await import('../../../../../dashboards/src/provisioning/exportedRules');
    for (const [name, text] of Object.entries(exportedRules(threshold))) {
      if (wanted(name)) {
        saveFile(name, text, name.endsWith('.json') ? 'application/json' : 'application/yaml');
      }
    }
  };
  return (
    <>
      <div className={styles.split}>
        <NumberField
          label={t('thresholds.export.threshold', 'Alert above a mean score of')}
          value={threshold}
          max={1}
          onChange={setChosen}
        />
      </div>
      <div className={styles.buttons} style={{ marginTop: 16 }}>
        <Button
          type="button"
          variant="secondary"
          icon="download-alt"
          onClick={() => void save((name) => name.endsWith('.yaml'))}
        >
          {t('thresholds.export.grafana', 'Rules for Grafana (YAML)')}
        </Button>
        <Button
          type="button"
          variant="secondary"
          icon="download-alt"
          onClick={() => void save((name) => name.endsWith('.json'))}
        >
          {t('thresholds.export.watcher', 'Watches for Elasticsearch (JSON)')}
        </Button>
      </div>
      <p className={styles.quiet}>
        {t(
          'thresholds.export.how',
          'Nothing is changed here: put the YAML in place of {{file}} and restart Grafana. Titles name the threshold; a policy that lets an alert act by its title has to be told the new one.',
          { file: 'provisioning/alerting/rules.yaml' }
        )}
      </p>
    </>
  );
}
