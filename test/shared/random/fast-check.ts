import fc from 'fast-check';
import { seed } from './seed';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

/** fast-check as every test takes it: one seed for a whole run, so that a run says the same as the one before. */
export default fc;
