/** Names of the models that are trained here, in the registry. */
export const churnModelName = 'churn';
export const detectorName = 'anomaly_detectors';
