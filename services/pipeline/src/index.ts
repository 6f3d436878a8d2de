export { loadCustomerTable } from './analyze/customerTable';
export { forgetFeatures, updateFeatures } from './analyze/updateFeatures';
export { readSql } from './analyze/readSql';
export { actionSelect, createActionView, createSpendView, spendSelect } from './analyze/spendView';
export { exitCodes, type ExitCode } from './exitCodes';
export { runCli } from './cli';
export { openStateFolder } from './stateFolder';
export { createSchema } from './store/schema';
export { Store } from './store/store';
