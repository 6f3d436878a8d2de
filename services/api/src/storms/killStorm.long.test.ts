import { killStorm } from './killStorm';

describe('the service, killed', () => killStorm(200));
