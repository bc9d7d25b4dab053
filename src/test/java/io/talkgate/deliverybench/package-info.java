/**
 * The figures of delivery: a real PostgreSQL, two packaged services in profile prod, and a stand-in
 * for NAVER that notes every call: pace, fairness, throughput, latency, and what kills cost.
 *
 * <p>Run by {@code ./mvnw -Pdelivery verify}; {@link io.talkgate.deliverybench.Knobs} names what
 * can be set. {@link io.talkgate.deliverybench.DeliveryIT} runs a short version with every build.
 */
@NullMarked
package io.talkgate.deliverybench;

import org.jspecify.annotations.NullMarked;
