/** The import law: who may know whom. `npm run check:imports` holds it. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

const never = (name, from, to, comment, pathNot) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...(pathNot ? { pathNot } : {}) },
  to: { path: to },
});

export default {
  forbidden: [
    only(
      'domain-is-pure',
      '^shared/domain/',
      '^(shared/domain/|events/|node_modules/zod/)',
      'The domain imports only itself, events and zod: no clock, no I/O, no SDK.',
    ),
    {
      name: 'sdk-in-adapters',
      comment: 'The AWS SDK is known to the adapters; the local run talks to its engines with it.',
      severity: 'error',
      from: { path: '^(functions|shared|events|infra)/', pathNot: '^(shared/adapters/|infra/local/)' },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'functions-are-islands',
      comment: 'One function never imports another.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    never(
      'shared-stands-alone',
      '^(shared|events)/',
      '^(functions|infra)/',
      'Shared code never knows who uses it.',
    ),
    {
      name: 'infra-knows-contracts',
      comment:
        'Infrastructure imports environment schemas, contracts, events and the directory, never what runs.',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: '^(functions|shared)/',
        pathNot: '^(functions/[^/]+/env\\.ts$|shared/(api|domain)/|shared/pages/)',
      },
    },
    never('tests-are-last', '^(functions|shared|events|infra)/', '^test/', 'Nothing imports the tests.'),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
    {
      name: 'declared',
      comment: 'Every package is named in package.json; what runs never needs a development dependency.',
      severity: 'error',
      from: { path: '^(functions|shared|events)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
