/** Stages and cells, and what may be deployed. */
import { describe, expect, it } from '@jest/globals';
import { assertDeployable, cellsOf, officesOf, stageOf, stages } from '../../infra/config.ts';
import { createApp, defineStage } from '../../infra/define-stage.ts';
import { offices } from '../../shared/domain/offices.ts';
import { deployableOffices } from '../support/synthesized.ts';

const bundleOf = () => {
  throw new Error('Refused too late: the code is already asked for.');
};

describe('sample data of an office', () => {
  it.each(['dev', 'prod'] as const)('stops the stage %s before anything is defined', (stage) => {
    expect(() => defineStage(createApp(), { stage, bundleOf, offices })).toThrow(/still have sample data/);
  });

  it('is reported with the office, the part and the place to replace it (P-25)', () => {
    const [us, ca, ...others] = deployableOffices;
    const de = others.find(({ id }) => id === 'de');
    if (!us || !ca || !de) throw new Error('The directory lacks us, ca or de.');
    const sample = { ...de, postalAddress: { ...de.postalAddress, sample: true } };
    expect(() => assertDeployable([us, sample])).toThrow(
      /^1 offices.*\n {2}de: postalAddress\n.*shared\/domain\/office-table\.ts/,
    );
  });

  it('is found in the directory as it is delivered', () => {
    expect(() => assertDeployable(offices)).toThrow(/\bjp: postalAddress, sender, policyLinks\b/);
  });

  it('once replaced, stops nothing', () => {
    expect(() => assertDeployable(deployableOffices)).not.toThrow();
  });
});

describe('cells', () => {
  it('of the cloud are Europe and Japan; on one machine there is one (P-14)', () => {
    expect(cellsOf('prod')).toEqual(['eu-west-1', 'ap-northeast-1']);
    expect(cellsOf('dev')).toEqual(['eu-west-1', 'ap-northeast-1']);
    expect(cellsOf('local')).toEqual(['eu-west-1']);
  });

  it('together serve each office exactly once, and the one local cell serves all (P-08, P-14)', () => {
    const served = cellsOf('prod').flatMap((cell) => officesOf('prod', cell, offices));
    expect(served.map(({ id }) => id).sort()).toEqual(offices.map(({ id }) => id).sort());
    expect(officesOf('local', 'eu-west-1', offices)).toEqual(offices);
  });

  it('and stages that do not exist are refused with the ones that do', () => {
    expect(() => cellsOf('local', 'ap-northeast-1')).toThrow('Cells: eu-west-1.');
    expect(() => stageOf('production')).toThrow('Stages: local, dev, prod.');
  });
});

describe('the stage local', () => {
  it("is bound to nobody's account, so that a deployment by mistake finds no credentials", () => {
    expect(stages.local.account).toBe('000000000000');
    const [stack] = defineStage(createApp(), { stage: 'local', bundleOf: () => import.meta.dirname });
    expect(stack?.account).toBe('000000000000');
  });
});
