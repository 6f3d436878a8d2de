import { alertSuite } from './integration/alerts';
import { auditSuite } from './integration/audit';
import { benefitSuite } from './integration/benefits';
import { claimSuite } from './integration/claims';
import { controlSuite } from './integration/controls';
import { decisionSuite } from './integration/decisions';
import { endingSuite } from './integration/endings';
import { extensionSuite } from './integration/extensions';
import { inferenceSuite } from './integration/inference';
import { interventionSuite } from './integration/interventions';
import { jobSuite } from './integration/jobs';
import { lostRecordSuite } from './integration/lostRecords';
import { modelSuite } from './integration/models';
import { personaSuite } from './integration/personas';
import { policySuite } from './integration/policies';
import { privacySuite } from './integration/privacy';
import { readingSuite } from './integration/reading';
import { Scene } from './integration/scene';
import { securitySuite } from './integration/security';
import { segmentSuite } from './integration/segments';
import { thresholdSuite } from './integration/thresholds';
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
describe('an audit log that goes away', () => lostRecordSuite(scene));
describe('an extension', () => extensionSuite(scene));
describe('an alert', () => alertSuite(scene));
describe('a decision', () => decisionSuite(scene));
describe('security', () => securitySuite(scene));
describe('reading', () => readingSuite(scene));
describe('personas', () => personaSuite(scene));
describe('points and segments', () => segmentSuite(scene));
describe('claims', () => claimSuite(scene));
describe('benefits', () => benefitSuite(scene));
describe('thresholds', () => thresholdSuite(scene));
describe('a job', () => jobSuite(scene));
describe('a policy', () => policySuite(scene));
describe('privacy', () => privacySuite(scene));
describe('a model', () => modelSuite(scene));
describe('inference', () => inferenceSuite(scene));
describe('the audit log', () => auditSuite(scene));
// Last: it moves the clock far, and brakes.
describe('switches and brakes', () => controlSuite(scene));
