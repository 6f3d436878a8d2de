import { lifecycleProperty } from './lifecycleProperty';

// A fixed seed: the build of one commit tells the same each time. The long run draws others.
describe('an intervention’s life', () => lifecycleProperty(4, 20261124));
