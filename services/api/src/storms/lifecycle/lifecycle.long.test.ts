import { lifecycleProperty } from './lifecycleProperty';

describe('an intervention’s life', () => lifecycleProperty(300));
