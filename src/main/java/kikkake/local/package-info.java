/** The laptop: DynamoDB, SES, SQS, EventBridge and the Lambda runtime, without an AWS account. */
@NullMarked
package kikkake.local;

import org.jspecify.annotations.NullMarked;
