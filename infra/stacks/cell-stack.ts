/** One cell: the whole service in one AWS region. It composes; the constructs define. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Cell, Office } from '../../shared/domain/office.ts';
import type { BundleOf } from '../bundle.ts';
import type { StageSettings } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { createFeedback, createImports, createLetters, createTick } from '../constructs/background.ts';
import type { CellContext } from '../constructs/cell-context.ts';
import { createCellKey } from '../constructs/cell-key.ts';
import type { CellParts } from '../constructs/cell-parts.ts';
import { FileStore } from '../constructs/file-store.ts';
import { HttpFront } from '../constructs/http-front.ts';
import { createPublicFunctions, createStaffFunctions } from '../constructs/http-functions.ts';
import { MailSending } from '../constructs/mail-sending.ts';
import { createMandatoryLane } from '../constructs/mandatory-lane.ts';
import { createMarketingLane } from '../constructs/marketing-lane.ts';
import { createPublishing } from '../constructs/publishing.ts';
import { PushSending } from '../constructs/push-sending.ts';
import { accountTokens, SignIn } from '../constructs/sign-in.ts';
import { Storage } from '../constructs/storage.ts';

export interface CellStackProps extends StackProps {
  /** Starts the physical names, for example `xperia-notify-dev`. */
  prefix: string;
  cell: Cell;
  settings: StageSettings;
  offices: readonly Office[];
  bundleOf: BundleOf;
}

export class CellStack extends Stack {
  constructor(scope: Construct, id: string, props: CellStackProps) {
    super(scope, id, props);
    const { prefix, settings, bundleOf } = props;
    const key = settings.ownKey ? createCellKey(this, prefix) : undefined;
    const alarms = new Alarms(this, 'Alarms', key);
    const context: CellContext = { settings, prefix, key, alarms };
    const front = new HttpFront(this, 'Http', {
      context,
      signIn: (publicUrl) => new SignIn(this, 'SignIn', { context, publicUrl }),
      domain: settings.domains[props.cell],
    });
    const parts: CellParts = {
      context,
      bundleOf,
      storage: new Storage(this, 'Storage', context),
      files: new FileStore(this, 'Files', context),
      mail: new MailSending(this, 'Mail', {
        context,
        offices: props.offices,
        registerDomains: settings.registerMailDomains,
      }),
      push: new PushSending(this, 'Push', { context, bundle: bundleOf('platform-application') }),
      publicUrl: front.publicUrl,
      accounts: accountTokens(front.signIn, settings),
    };
    this.#addFunctions(front, parts);
    this.#addOutputs(front, parts);
  }

  #addFunctions(front: HttpFront, parts: CellParts): void {
    const marketing = createMarketingLane(this, parts);
    const mandatory = createMandatoryLane(this, parts);
    const letters = createLetters(this, parts);
    const feedback = createFeedback(this, parts, mandatory);
    const http = { scope: this, front, parts, marketing, mandatory, letters, feedback };
    createPublicFunctions(http);
    createStaffFunctions(http);
    createImports(this, parts);
    createTick(this, parts, marketing, mandatory, letters);
    createPublishing(this, parts);
  }

  #addOutputs(front: HttpFront, { context, files }: CellParts): void {
    const { staff, account, console } = front.signIn;
    const outputs = {
      ApiUrl: front.url,
      ConsoleUrl: `${front.publicUrl}/console`,
      ConsoleClient: console.client.userPoolClientId,
      StaffSignInUrl: console.url,
      StaffUserPool: staff.pool.userPoolId,
      StaffClient: staff.client.userPoolClientId,
      AccountUserPool: account.pool.userPoolId,
      AccountClient: account.client.userPoolClientId,
      AlarmTopic: context.alarms.topic.topicArn,
      FilesBucket: files.bucketName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
