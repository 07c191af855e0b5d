/** The bucket for large files: imports come by presigned upload, reports leave by presigned download. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CellContext } from './cell-context.ts';
import type { ServiceFunction } from './service-function.ts';

const importsPrefix = 'imports/';
/** Reports of imports name lines and reasons: they go with the file. */
const reportsPrefix = 'import-reports/';

export class FileStore extends Construct {
  /** Known before the bucket exists: the bucket names the import function, so the function cannot wait for the bucket. */
  readonly bucketName: string;
  readonly #context: CellContext;

  constructor(scope: Construct, id: string, context: CellContext) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    this.bucketName = `${context.prefix}-files-${region}-${account}`;
    this.#context = context;
  }

  /** Lets a function read and write files; no function may list or delete them. */
  grantFiles({ function: user }: ServiceFunction): void {
    user.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [Stack.of(this).formatArn(this.#objects())],
      }),
    );
    this.#context.key?.grantEncryptDecrypt(user);
  }

  /** Creates the bucket, which wakes the function for each file under `imports/`; what fails for good goes to the queue. */
  wake({ function: importer }: ServiceFunction, deadLetters: sqs.IQueue): void {
    const { account } = Stack.of(this);
    const permission = new lambda.CfnPermission(this, 'WakeImport', {
      action: 'lambda:InvokeFunction',
      functionName: importer.functionArn,
      principal: 's3.amazonaws.com',
      sourceAccount: account,
      sourceArn: Stack.of(this).formatArn({ ...this.#bucket(), resource: this.bucketName }),
    });
    importer.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(deadLetters) });
    const bucket = this.#createBucket();
    bucket.node.addDependency(permission);
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof s3.CfnBucket)) throw new Error('The bucket construct has no bucket resource.');
    resource.notificationConfiguration = {
      lambdaConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          function: importer.functionArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: importsPrefix }] } },
        },
      ],
    };
  }

  #bucket() {
    return { service: 's3', region: '', account: '' };
  }

  #objects() {
    return { ...this.#bucket(), resource: this.bucketName, resourceName: '*' };
  }

  #createBucket(): s3.Bucket {
    const { settings, key } = this.#context;
    return new s3.Bucket(this, 'Bucket', {
      bucketName: this.bucketName,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: key ? s3.BucketEncryption.KMS : s3.BucketEncryption.S3_MANAGED,
      encryptionKey: key,
      bucketKeyEnabled: key !== undefined,
      lifecycleRules: [
        { prefix: importsPrefix, expiration: Duration.days(30) },
        { prefix: reportsPrefix, expiration: Duration.days(30) },
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
      removalPolicy: settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
