/** Events at a real Kafka, started from its jars within the tests. */
@NullMarked
package io.talkgate.subscription.kafka;

import org.jspecify.annotations.NullMarked;
