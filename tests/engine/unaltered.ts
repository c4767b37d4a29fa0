// Before each file of tests is read, nothing is altered and nothing counted: the thread has what it had for the one before.
const stryker = (globalThis as { __stryker__?: { activeMutant?: string; mutantCoverage?: object } }).__stryker__;
delete stryker?.activeMutant;
delete stryker?.mutantCoverage;
