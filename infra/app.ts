/** Entry point of the CDK command line: `cdk synth -c stage=dev`, `cdk deploy -c stage=prod -c cell=eu-west-1`. */
import * as z from 'zod';
import { bundleFunctions } from './bundle.ts';
import { stageOf } from './config.ts';
import { createApp, defineStage } from './define-stage.ts';

const app = createApp();
const stage = stageOf(z.string().parse(app.node.tryGetContext('stage')));
const cell = z.string().optional().parse(app.node.tryGetContext('cell'));
defineStage(app, { stage, cell, bundleOf: await bundleFunctions() });
app.synth();
