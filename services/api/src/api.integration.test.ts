import { auditSuite } from './integration/audit';
import { endingSuite } from './integration/endings';
import { interventionSuite } from './integration/interventions';
import { readingSuite } from './integration/reading';
import { Scene } from './integration/scene';
import { securitySuite } from './integration/security';
import { type TestApi, startTestApi } from './testing/startTestApi';

// One server and one file for all suites: there is one audit chain, and its checkpoints are of one key.
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
const scene = (): Scene => new Scene(api);

describe('an intervention', () => interventionSuite(scene));
describe('the end of an intervention', () => endingSuite(scene));
describe('security', () => securitySuite(scene));
describe('reading', () => readingSuite(scene));
describe('the audit log', () => auditSuite(scene));
