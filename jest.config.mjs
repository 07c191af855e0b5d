/** One runner for every tier: unit, property, integration, infra and end-to-end (docs/tests.md). */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testTimeout: 30_000,
  // Modules of a suite that has ended stay in memory (nodejs/node 33439): a fresh process takes over before the collector has the machine.
  workerIdleMemoryLimit: '512MB',
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/build'],
};
