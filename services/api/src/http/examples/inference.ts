import type { Examples } from './example';

const metadata = {
  name: 'churn',
  versions: ['churn-9f86d081', 'churn-0a1b2c3d'],
  platform: 'spendscope-churn',
  inputs: [
    { name: 'recency', datatype: 'FP64', shape: [-1] },
    { name: 'grade', datatype: 'BYTES', shape: [-1] },
  ],
  outputs: [{ name: 'probability', datatype: 'FP64', shape: [-1] }],
  description: 'How likely each customer leaves, from 0 to 1.',
};
const ready = { name: 'churn', ready: true, version: 'churn-9f86d081' };
const body = {
  id: 'batch-1',
  inputs: [
    { name: 'recency', shape: [2], datatype: 'FP64', data: [12, null] },
    { name: 'grade', shape: [2], datatype: 'BYTES', data: ['gold', 'silver'] },
  ],
};

export const inference: Examples = {
  'GET /v2': { answer: { name: 'spendscope', version: '0.1.0', extensions: [] } },
  'GET /v2/health/live': { answer: { live: true } },
  'GET /v2/health/ready': { answer: { ready: true, problems: [] } },
  'GET /v2/models/{name}': { answer: metadata },
  'GET /v2/models/{name}/versions/{version}': { answer: { ...metadata, versions: ['churn-9f86d081'] } },
  'GET /v2/models/{name}/ready': { answer: ready },
  'GET /v2/models/{name}/versions/{version}/ready': { answer: ready },
  'POST /v2/models/{name}/infer': { body },
  'POST /v2/models/{name}/versions/{version}/infer': { body },
};
