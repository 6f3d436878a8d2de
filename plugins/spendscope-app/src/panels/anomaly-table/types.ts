import { anomalyThreshold } from '@spendscope/contracts';
import type { AnomalyRole } from '../../shared/anomalies/anomalyRoles';
import type { FieldChoices } from '../../shared/fields/addFieldRoleOptions';

export interface AnomalyTableOptions extends FieldChoices<AnomalyRole> {
  /** Most rows shown, by score. */
  top: number;
  /** Lowest score shown. */
  minScore: number;
  showActions: boolean;
  /** Whether the map of the rows is open at first. */
  showMap: boolean;
  /** Whether the scores over time are open at first. */
  showTimeline: boolean;
}

export const defaultOptions: AnomalyTableOptions = {
  top: 100,
  minScore: anomalyThreshold,
  showActions: true,
  showMap: false,
  showTimeline: false,
};
